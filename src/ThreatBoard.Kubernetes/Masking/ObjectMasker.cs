using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Masking;

/// <summary>Takes the credentials out of an object, first thing after it was read; what has none is shared, not copied.</summary>
public static class ObjectMasker
{
    private const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    /// <summary>Maps whose keys are names that people chose, so that a name may say "credential".</summary>
    private static readonly HashSet<string> NamedValues = new(StringComparer.Ordinal)
        { "annotations", "data", "stringData", "options", "volumeAttributes", "parameters" };

    private static readonly HashSet<string> KeptStatus = new(StringComparer.Ordinal) { "phase", "podIP", "podIPs", "hostIP" };

    private static readonly string[] SettingsEndings =
        [".conf", ".cnf", ".cfg", ".json", ".yaml", ".yml", ".properties", ".ini", ".xml", ".toml", ".env", ".js", ".py", ".sh", ".sql", ".rb", ".php", ".tpl"];

    public static TreeMap Mask(TreeMap body, string kind)
    {
        var entries = new List<KeyValuePair<string, TreeNode>>(body.Entries.Count);
        foreach (var (key, value) in body.Entries)
            if (key == "status") AddKept(entries, value);
            else entries.Add(new(key, kind == "Secret" && key is "data" or "stringData" ? DropValues(value) : Mask(value, key)));
        return TreeMap.From(body.Line, entries);
    }

    internal static TreeNode Mask(TreeNode node, string key) => node switch
    {
        TreeScalar scalar => MaskText(scalar),
        TreeList list when key is "args" or "command" => ArgumentMasker.Mask(list),
        TreeList when key == "managedFields" => TreeMap.Empty,
        TreeList list => MaskItems(list),
        TreeMap map when key == "binaryData" => Emptied(map),
        TreeMap map when NamedValues.Contains(key) => MaskNamed(map),
        TreeMap map => MaskMap(map),
        _ => node,
    };

    private static TreeList MaskItems(TreeList list)
    {
        var items = list.Items.Select(item => Mask(item, "")).ToImmutableArray();
        return items.AsSpan().SequenceEqual(list.Items.AsSpan(), ReferenceEqualityComparer.Instance) ? list : new(list.Line, items);
    }

    internal static TreeScalar MaskText(TreeScalar scalar)
    {
        if (scalar.Kind != ScalarKind.Text) return scalar;
        var (text, reason) = MaskedText.Of(scalar.Text);
        return reason == MaskReason.None ? scalar : new(scalar.Line, text, ScalarKind.Text, reason);
    }

    /// <summary>Any map with a name and a value (environment, header) is judged by that name.</summary>
    private static TreeMap MaskMap(TreeMap map)
    {
        var named = map["name"] is TreeScalar { Text: var name } && map["value"] is TreeScalar ? name : null;
        return Rebuilt(map, (key, value) => key == "value" && named is not null ? MaskNamed(named, value) : Mask(value, key));
    }

    private static TreeMap MaskNamed(TreeMap map) => Rebuilt(map, (key, value) =>
        key == LastApplied ? new TreeScalar(value.Line, MaskedText.Marker, ScalarKind.Text, MaskReason.LastApplied) : MaskNamed(key, value));

    private static TreeNode MaskNamed(string name, TreeNode value)
    {
        if (value is not TreeScalar scalar || scalar.Kind == ScalarKind.Null) return Mask(value, "");
        var reason = IsSettingsFile(name, scalar.Text) ? MaskReason.None : CredentialNames.Of(name, scalar.Text);
        if (reason == MaskReason.None) return MaskText(scalar);
        // A connection string under a telling name still says which host it leads to.
        var inText = MaskText(scalar);
        return inText.Masked == MaskReason.UrlPassword && inText.Text.Contains("://", StringComparison.Ordinal)
            ? inText
            : new TreeScalar(scalar.Line, MaskedText.Marker, ScalarKind.Text, reason);
    }

    /// <summary>A whole file of settings, whatever it is called: credentials are looked for inside, the rest is needed to find flows.</summary>
    private static bool IsSettingsFile(string name, string text) =>
        text.Contains('\n', StringComparison.Ordinal) && Array.Exists(SettingsEndings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static TreeNode DropValues(TreeNode values) => values switch
    {
        TreeMap map => Rebuilt(map, (_, value) => value is TreeScalar { Kind: ScalarKind.Null } or TreeScalar { Text: "" }
            ? new TreeScalar(value.Line, "")
            : new TreeScalar(value.Line, MaskedText.Marker, ScalarKind.Text, MaskReason.SecretValue)),
        TreeScalar { Kind: ScalarKind.Null } => values,
        _ => new TreeScalar(values.Line, MaskedText.Marker, ScalarKind.Text, MaskReason.SecretValue),
    };

    private static TreeMap Emptied(TreeMap map) => Rebuilt(map, (_, value) => new TreeScalar(value.Line, "[binary]"));

    /// <summary>Of what a cluster reports only what has a meaning here: whether a pod has ended, and its addresses.</summary>
    private static void AddKept(List<KeyValuePair<string, TreeNode>> entries, TreeNode status)
    {
        if (status is not TreeMap map) return;
        var kept = map.Entries.Where(entry => KeptStatus.Contains(entry.Key)).Select(entry => KeyValuePair.Create(entry.Key, Mask(entry.Value, entry.Key))).ToList();
        if (kept.Count > 0) entries.Add(new("status", TreeMap.From(status.Line, kept)));
    }

    private static TreeMap Rebuilt(TreeMap map, Func<string, TreeNode, TreeNode> mask)
    {
        List<KeyValuePair<string, TreeNode>>? changed = null;
        for (var i = 0; i < map.Entries.Count; i++)
        {
            var (key, value) = map.Entries[i];
            var after = mask(key, value);
            var keyAfter = MaskedText.Of(key).Text;
            if (changed is null && ReferenceEquals(after, value) && ReferenceEquals(keyAfter, key)) continue;
            changed ??= [.. map.Entries];
            changed[i] = new(keyAfter, after);
        }
        return changed is null ? map : TreeMap.From(map.Line, changed);
    }
}
