using System.Collections.Immutable;

namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>An object that several files define differently, as the variants of an application do; one of them counts.</summary>
/// <param name="Key">The object's key.</param>
/// <param name="Places">Where its versions stand, in the order they were read; equal ones once.</param>
/// <param name="Counts">The version that the reading took.</param>
/// <param name="IsDecided">Somebody said which file counts; else the last one was taken, as the last one applied would be.</param>
public sealed record ObjectVariants(string Key, ImmutableArray<ObjectLocation> Places, ObjectLocation Counts, bool IsDecided);

/// <summary>Files that define the same objects differently, to choose one of.</summary>
public sealed record FileChoice(ImmutableArray<string> Files, ImmutableArray<string> Objects, bool IsDecided)
{
    /// <summary>One choice for all objects that stand in the same files, the largest first.</summary>
    public static ImmutableArray<FileChoice> Of(IEnumerable<ObjectVariants> variants) =>
    [
        .. variants
            .GroupBy(variant => string.Join('\n', variant.Places.Select(place => place.File)), StringComparer.Ordinal)
            .Select(same => new FileChoice([.. same.Key.Split('\n')], [.. same.Select(variant => variant.Key)], same.All(variant => variant.IsDecided)))
            .OrderByDescending(choice => choice.Objects.Length)
            .ThenBy(choice => choice.Files[0], StringComparer.Ordinal),
    ];

    public override string ToString() => $"{string.Join(", ", Files)}: {string.Join(", ", Objects)}";
}
