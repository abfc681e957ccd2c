using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Patches;

/// <summary>Short ways to build trees of values in code.</summary>
internal static class YamlTree
{
    public static TreeMap Map(params (string Key, TreeNode? Value)[] entries) =>
        TreeMap.From(0, [.. entries.Where(e => e.Value is not null).Select(e => KeyValuePair.Create(e.Key, e.Value!))]);

    public static TreeMap Map(IEnumerable<KeyValuePair<string, string>> texts) => TreeMap.From(0, [.. texts.Select(t => KeyValuePair.Create(t.Key, Text(t.Value)))]);

    public static TreeList List(params IEnumerable<TreeNode> items) => new(0, [.. items]);

    public static TreeNode Text(string text) => new TreeScalar(0, text);

    public static TreeNode Flag(bool value) => new TreeScalar(0, value ? "true" : "false", ScalarKind.Boolean);

    public static TreeNode Number(int value) => new TreeScalar(0, $"{value}", ScalarKind.Integer);

    /// <summary>In a patch: the key goes.</summary>
    public static TreeNode Nothing { get; } = new TreeScalar(0, "null", ScalarKind.Null);

    public static TreeMap Empty => TreeMap.Empty;

    /// <summary>The value under a path of keys.</summary>
    public static TreeNode Under(TreeNode value, params ReadOnlySpan<string> path)
    {
        for (var i = path.Length - 1; i >= 0; i--) value = Map((path[i], value));
        return value;
    }
}
