using System.Collections.Immutable;

namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>What a set of uploads gave: the objects, free of credentials, and everything that was not read, with its reason.</summary>
public sealed record ManifestReading
{
    /// <summary>In the order of their keys; of an object that stands twice only the last.</summary>
    public required ImmutableArray<KubernetesObject> Objects { get; init; }

    public required ImmutableArray<ReadingProblem> Problems { get; init; }

    /// <summary>Problems beyond the budget's limit, counted but not kept.</summary>
    public required int FurtherProblems { get; init; }

    /// <summary>How many objects of each kind were read.</summary>
    public required ImmutableSortedDictionary<string, int> CountsByKind { get; init; }

    /// <summary>Objects that were understood but are not used, by <c>apiVersion/kind</c>.</summary>
    public required ImmutableSortedDictionary<string, int> NotUsed { get; init; }

    /// <summary>Files that were read, in their order; entries of a zip as <c>folder.zip/path</c>.</summary>
    public required ImmutableArray<string> Files { get; init; }

    /// <summary>What the reading cost.</summary>
    public required BudgetMeter Spent { get; init; }
}
