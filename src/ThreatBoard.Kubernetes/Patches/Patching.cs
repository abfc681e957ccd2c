using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Patches;

/// <summary>Objects as they would be with patches applied.</summary>
public static class Patching
{
    /// <summary>Objects that no patch names stay as they are; a patch of an object that is not there creates it.</summary>
    /// <exception cref="ArgumentException">A patch is no YAML of one known object.</exception>
    public static ImmutableArray<KubernetesObject> Apply(IEnumerable<KubernetesObject> objects, IEnumerable<Patch> patches)
    {
        var now = objects.DistinctBy(o => o.Key, StringComparer.Ordinal).ToDictionary(o => o.Key, StringComparer.Ordinal);
        foreach (var patch in patches)
        {
            var change = Read(patch);
            if (StrategicMerge.Deletes(change.Body)) now.Remove(change.Key);
            else now[change.Key] = now.TryGetValue(change.Key, out var old) ? Merged(old, change) : change;
        }
        return [.. now.Values.OrderBy(o => o.Key, StringComparer.Ordinal)];
    }

    private static KubernetesObject Read(Patch patch)
    {
        var reading = ManifestReader.Read([Upload.Pasted(patch.Yaml)]);
        return reading.Objects is [var only] ? only
            : throw new ArgumentException($"The patch of {patch.Target} is not one object: {string.Join(" ", reading.Problems.Select(p => p.Message))}", nameof(patch));
    }

    private static KubernetesObject Merged(KubernetesObject old, KubernetesObject change) =>
        new(old.Known, old.ApiVersion, old.Namespace, old.Name, StrategicMerge.Merge(old.Body, change.Body), old.Location);
}
