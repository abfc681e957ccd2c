using System.Collections.Immutable;

namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>What a person says about a reading: where objects go that name no namespace, and which file counts where several define the same object.</summary>
/// <remarks>A file is named as in <see cref="ManifestReading.Files"/>, or by the end of its path.</remarks>
public sealed record ReadingChoices
{
    public const string UnsaidNamespace = "default";

    public static ReadingChoices None { get; } = new();

    /// <summary>As <c>kubectl -n</c> would say; null or empty when nobody said, which is <c>default</c>.</summary>
    public string? Namespace { get; init; }

    /// <summary>Files whose version of an object counts, the first of them first.</summary>
    public ImmutableArray<string> Prefer { get; init; } = [];

    /// <summary>Files that are not read at all.</summary>
    public ImmutableArray<string> LeaveOut { get; init; } = [];

    /// <summary>For single objects, by their keys, the file whose version counts; before those that are preferred.</summary>
    public ImmutableDictionary<string, string> Picked { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Why the namespace is none, as a sentence; null where it is one, or none is said.</summary>
    public string? Problem => !SaysNamespace || (Namespace!.Length <= 63 && Namespace.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-') && Namespace[0] != '-' && Namespace[^1] != '-')
        ? null : "A namespace has lower-case letters, digits and dashes between them, 63 at most.";

    public bool SaysNamespace => !string.IsNullOrEmpty(Namespace);

    internal string NamespaceOrDefault => SaysNamespace ? Namespace! : UnsaidNamespace;

    internal bool LeavesOut(string file) => LeaveOut.Any(named => Names(named, file));

    /// <summary>Its place among the preferred files; null when it is none of them.</summary>
    internal int? RankOf(string file)
    {
        for (var i = 0; i < Prefer.Length; i++)
            if (Names(Prefer[i], file)) return i;
        return null;
    }

    private static bool Names(string named, string file) =>
        file == named || (named.Length > 0 && file.EndsWith(named, StringComparison.Ordinal) && file[^(named.Length + 1)] is '/' or '\\');
}
