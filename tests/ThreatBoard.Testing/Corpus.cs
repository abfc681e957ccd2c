namespace ThreatBoard.Testing;

/// <summary>Finds the corpus of real manifests beside the repository; tests that use it skip with <see cref="Absent"/> where there is none.</summary>
public static class Corpus
{
    public const string Absent = "The corpus is not here: put it in ../shared/corpus beside the repository, or name it in THREATBOARD_CORPUS.";

    /// <summary>The folder, or null where it is absent.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>A file or folder of the corpus; null where it is absent.</summary>
    public static string? At(params string[] path) =>
        Folder is { } folder && Path.Combine([folder, .. path]) is var found && (Directory.Exists(found) || File.Exists(found)) ? found : null;

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("THREATBOARD_CORPUS") is { Length: > 0 } named) return Directory.Exists(named) ? named : null;
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "ThreatBoard.sln"))) at = at.Parent;
        var beside = at is null ? "" : Path.Combine(at.FullName, "..", "shared", "corpus");
        return Directory.Exists(beside) ? Path.GetFullPath(beside) : null;
    }
}
