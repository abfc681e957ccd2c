using System.Globalization;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Reports;

/// <summary>Follows what rules name, an object's key and a path in it, back to file, document and line.</summary>
public sealed class ManifestPlaces
{
    private readonly Dictionary<string, KubernetesObject> _objects;
    private readonly Dictionary<string, KubernetesObject> _firstIn;

    public ManifestPlaces(IReadOnlyCollection<KubernetesObject> objects)
    {
        _objects = objects.ToDictionary(o => o.Key, StringComparer.Ordinal);
        _firstIn = objects.Where(o => o.Namespace.Length > 0)
            .OrderBy(o => o.Location.File, StringComparer.Ordinal).ThenBy(o => o.Location.Line)
            .DistinctBy(o => o.Namespace, StringComparer.Ordinal)
            .ToDictionary(o => $"Namespace/{o.Namespace}", StringComparer.Ordinal);
    }

    /// <summary>The deepest line of the path that exists; of a namespace that nobody declares, the first object in it; null where nothing of it was read.</summary>
    /// <param name="key">As <see cref="KubernetesObject.Key"/>; what follows a # names a part of the object.</param>
    /// <param name="path">As <see cref="Workloads.Cursor.Path"/>.</param>
    public ObjectLocation? Find(string key, string path = "")
    {
        var known = key.IndexOf('#', StringComparison.Ordinal) is > 0 and var part ? key[..part] : key;
        if (_objects.TryGetValue(known, out var found)) return found.Location with { Line = Line(found, path) };
        return _firstIn.GetValueOrDefault(known)?.Location;
    }

    private static int Line(KubernetesObject found, string path)
    {
        TreeNode node = found.Body;
        var line = found.Location.Line;
        foreach (var step in Steps(path))
        {
            if (Next(node, step) is not { } next) break;
            node = next;
            if (next.Line > 0) line = next.Line;
        }

        return line;
    }

    private static TreeNode? Next(TreeNode node, string step) => node switch
    {
        TreeMap map => map[step],
        TreeList list when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Length => list.Items[index],
        _ => null,
    };

    /// <summary><c>spec.a['b.c'][2].d</c> as spec, a, b.c, 2, d.</summary>
    private static IEnumerable<string> Steps(string path)
    {
        for (var at = 0; at < path.Length;)
        {
            if (path[at] == '.') at++;
            var (open, close) = path.AsSpan(at) switch
            {
                ['[', '\'', ..] => (2, "']"),
                ['[', ..] => (1, "]"),
                _ => (0, ""),
            };
            var rest = path.AsSpan(at + open);
            var end = close.Length > 0 ? rest.IndexOf(close) : rest.IndexOfAny('.', '[');
            if (end < 0) end = rest.Length;
            yield return rest[..end].ToString();
            at += open + end + close.Length;
        }
    }
}
