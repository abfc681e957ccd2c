namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>How much was lost: nothing (note), nothing but odd (warning), a document or a file (refused).</summary>
public enum ProblemSeverity { Note, Warning, Refused }

/// <summary>Something that was not understood, where it stands, and what a person can do about it; holds no credential.</summary>
/// <param name="Document">1-based number of the document in its file; 0 when it concerns the whole file.</param>
/// <param name="Line">1-based line in the file; 0 when unknown.</param>
public sealed record ReadingProblem(
    ProblemSeverity Severity, string File, int Document, int Line, string Message, string Remedy)
{
    public override string ToString() => $"{File}:{Line} (document {Document}): {Message} {Remedy}".TrimEnd();
}
