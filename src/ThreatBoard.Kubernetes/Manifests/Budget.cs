namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>What one reading may cost at most, counted before and while trees are built; never a time.</summary>
public sealed record Budget
{
    public static Budget Default { get; } = new();

    /// <summary>Bytes of all uploads together, and of all that zips inflate to.</summary>
    public long Bytes { get; init; } = 10_000_000;

    public int Documents { get; init; } = 20_000;

    /// <summary>Parser events of all documents, those that are dropped later included.</summary>
    public int Events { get; init; } = 1_000_000;

    /// <summary>Nested maps and lists in one document.</summary>
    public int Depth { get; init; } = 100;

    /// <summary>Maps, lists and scalars of all documents, aliases counted as what they expand to.</summary>
    public int Nodes { get; init; } = 400_000;

    /// <summary>Keys of one map.</summary>
    public int Keys { get; init; } = 50_000;

    /// <summary>Aliases, and anchors, in one document.</summary>
    public int Aliases { get; init; } = 1_000;

    /// <summary>Nodes that the aliases of one document may expand to.</summary>
    public int ExpandedNodes { get; init; } = 100_000;

    public int ZipEntries { get; init; } = 5_000;

    /// <summary>Inflated bytes for each compressed byte; entries below 100 kB are not judged by it.</summary>
    public int ZipRatio { get; init; } = 100;

    /// <summary>Problems that are kept; the rest are only counted.</summary>
    public int Problems { get; init; } = 200;
}
