using System.Collections.Immutable;

namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>What a set of uploads gave: the objects, free of credentials, and everything that was not read, with its reason.</summary>
public sealed record ManifestReading
{
    /// <summary>In the order of their keys; of an object that stands twice only the version that counts.</summary>
    public required ImmutableArray<KubernetesObject> Objects { get; init; }

    /// <summary>Objects that several files define differently, in the order of their keys.</summary>
    public required ImmutableArray<ObjectVariants> Variants { get; init; }

    /// <summary>Objects that gave way to a later one of the same key in the same file.</summary>
    public required ImmutableArray<KubernetesObject> Replaced { get; init; }

    /// <summary>How many namespaced objects named no namespace.</summary>
    public required int WithoutNamespace { get; init; }

    /// <summary>What was said before the reading.</summary>
    public required ReadingChoices Choices { get; init; }

    /// <summary>Somebody should say more before the reading is taken: which file counts, or which namespace is meant.</summary>
    public bool Asks => (WithoutNamespace > 0 && !Choices.SaysNamespace) || Variants.Any(variant => !variant.IsDecided);

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
