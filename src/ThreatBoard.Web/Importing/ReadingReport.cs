using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Web.Importing;

/// <summary>What a reading took in and what it could not, as it is shown and kept with the import; holds no credential.</summary>
/// <param name="Files">How many files were read, those inside zips counted one by one.</param>
/// <param name="Objects">How many objects of each kind were read.</param>
/// <param name="NotUsed">Objects that were understood but are not used, by <c>apiVersion/kind</c>.</param>
/// <param name="Problems">What was not understood, the worst first.</param>
/// <param name="FurtherProblems">Problems beyond those, only counted.</param>
public sealed record ReadingReport(
    int Files,
    ImmutableSortedDictionary<string, int> Objects,
    ImmutableSortedDictionary<string, int> NotUsed,
    ImmutableArray<ReadingProblem> Problems,
    int FurtherProblems)
{
    public static ReadingReport Empty { get; } =
        new(0, ImmutableSortedDictionary<string, int>.Empty, ImmutableSortedDictionary<string, int>.Empty, [], 0);

    public int ObjectCount => Objects.Values.Sum();

    public bool LostSomething => FurtherProblems > 0 || Problems.Any(problem => problem.Severity is ProblemSeverity.Refused);

    public static ReadingReport Of(ManifestReading reading) => new(
        reading.Files.Length,
        reading.CountsByKind,
        reading.NotUsed,
        [.. reading.Problems.OrderByDescending(problem => problem.Severity)],
        reading.FurtherProblems);
}
