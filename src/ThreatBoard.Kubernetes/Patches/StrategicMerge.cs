using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Patches;

/// <summary>Merges a patch into an object as Kubernetes' strategic merge does, for the lists that patches here touch.</summary>
internal static class StrategicMerge
{
    private const string Directive = "$patch";

    private static readonly Dictionary<string, string> s_keys = new(StringComparer.Ordinal)
    {
        ["containers"] = "name",
        ["initContainers"] = "name",
        ["ephemeralContainers"] = "name",
        ["volumes"] = "name",
        ["env"] = "name",
        ["volumeMounts"] = "mountPath",
        ["ports"] = "containerPort",
    };

    public static bool Deletes(TreeMap patch) => patch[Directive] is TreeScalar { Text: "delete" };

    public static TreeMap Merge(TreeMap into, TreeMap patch)
    {
        var merged = into.Entries.ToDictionary(StringComparer.Ordinal);
        foreach (var (key, value) in patch.Entries)
        {
            if (value is TreeScalar { Kind: ScalarKind.Null }) merged.Remove(key);
            else merged[key] = Merge(key, merged.GetValueOrDefault(key), value);
        }
        return TreeMap.From(into.Line, [.. merged]);
    }

    private static TreeNode Merge(string key, TreeNode? old, TreeNode patch) => (old, patch) switch
    {
        (TreeMap map, TreeMap change) => Merge(map, change),
        (TreeList list, TreeList change) when s_keys.TryGetValue(key, out var by) => Merge(list, change, by),
        (null, TreeMap change) => Merge(TreeMap.Empty, change),
        _ => patch,
    };

    /// <summary>Items with the same key are merged, others come after them; an item that says so is deleted.</summary>
    private static TreeList Merge(TreeList into, TreeList patch, string by)
    {
        var items = into.Items.ToList();
        foreach (var change in patch.Items.OfType<TreeMap>())
        {
            var at = items.FindIndex(item => item is TreeMap map && KeyOf(map, by) is { } key && key == KeyOf(change, by));
            if (Deletes(change) && at >= 0) items.RemoveAt(at);
            else if (at >= 0) items[at] = Merge((TreeMap)items[at], change);
            else if (!Deletes(change)) items.Add(change);
        }
        return new(into.Line, [.. items]);
    }

    /// <summary>Ports are told apart by number and protocol, those of a Service by another key.</summary>
    private static string? KeyOf(TreeMap item, string by) => by == s_keys["ports"]
        ? (Text(item, by) ?? Text(item, "port")) is { } number ? $"{number}/{Text(item, "protocol") ?? "TCP"}" : null
        : Text(item, by);

    private static string? Text(TreeMap item, string key) => (item[key] as TreeScalar)?.Text;
}
