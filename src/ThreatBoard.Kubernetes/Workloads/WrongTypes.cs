using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Workloads;

/// <summary>Remembers values whose type is not what Kubernetes expects, each place once.</summary>
public sealed class WrongTypes
{
    private const int Most = 200;
    private readonly Dictionary<(string Key, string Path), ReadingProblem> _found = [];

    public IReadOnlyCollection<ReadingProblem> Problems
    {
        get
        {
            lock (_found) return [.. _found.Values];
        }
    }

    internal void Report(Cursor at, string expected)
    {
        // A cluster is looked at from several threads once it is kept.
        lock (_found) Remember(at, expected);
    }

    private void Remember(Cursor at, string expected)
    {
        if (_found.Count >= Most) return;
        var place = at.Object.Location;
        _found.TryAdd((at.Object.Key, at.Path), new(
            ProblemSeverity.Warning, place.File, place.Document, at.Line,
            $"{at.Object.Key}: {at.Evidence.Path} is not {expected} and was passed over.", "Correct its type; Kubernetes refuses it so."));
    }
}
