using System.Collections.Immutable;

namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>The objects of a reading by key, with the versions of those that several files define.</summary>
internal sealed class ObjectVersions(ReadingChoices choices)
{
    private readonly Dictionary<string, KubernetesObject> _last = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<KubernetesObject>> _versions = new(StringComparer.Ordinal);

    public IEnumerable<KubernetesObject> Objects => _last.Keys.Order(StringComparer.Ordinal).Select(CountsOf);

    public ImmutableArray<ObjectVariants> Variants =>
    [
        .. _versions.OrderBy(v => v.Key, StringComparer.Ordinal)
            .Select(v => new ObjectVariants(v.Key, [.. v.Value.Select(o => o.Location)], CountsOf(v.Key).Location, v.Value.Exists(o => choices.RankOf(o.Location.File) is not null || IsPicked(o)))),
    ];

    /// <returns>The former version that stands in the same file and gives way; null where there is none.</returns>
    public KubernetesObject? Add(KubernetesObject found)
    {
        if (!_last.TryGetValue(found.Key, out var former))
        {
            _last[found.Key] = found;
            return null;
        }
        if (!_versions.TryGetValue(found.Key, out var versions)) versions = [former];
        var inSameFile = versions.FindIndex(v => v.Location.File == found.Location.File);
        var replaced = inSameFile < 0 ? null : versions[inSameFile];
        if (inSameFile >= 0) versions.RemoveAt(inSameFile);
        if (!versions.Exists(v => v.Body.IsSameAs(found.Body))) versions.Add(found);
        else if (versions.Count == 0) versions.Add(found);
        _last[found.Key] = versions[^1];
        if (versions.Count > 1) _versions[found.Key] = versions;
        else _versions.Remove(found.Key);
        return replaced;
    }

    private bool IsPicked(KubernetesObject version) => choices.Picked.TryGetValue(version.Key, out var file) && file == version.Location.File;

    /// <summary>The version that was picked, else that of the file that is preferred most; the last one where none is.</summary>
    private KubernetesObject CountsOf(string key) =>
        _versions.TryGetValue(key, out var versions)
            ? versions.Find(IsPicked) ?? versions.Where(v => choices.RankOf(v.Location.File) is not null).MinBy(v => choices.RankOf(v.Location.File)) ?? versions[^1]
            : _last[key];
}
