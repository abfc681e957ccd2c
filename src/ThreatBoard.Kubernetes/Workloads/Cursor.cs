using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Masking;

namespace ThreatBoard.Kubernetes.Workloads;

/// <summary>A place in an object, present or not, that knows its YAML path; a value of the wrong type reads as absent and is remembered as a problem.</summary>
public readonly struct Cursor
{
    private const int LongestValue = 200;
    private const int LongestPath = 500;
    private readonly WrongTypes _wrong;
    private readonly TreeNode? _node;

    private Cursor(KubernetesObject of, string path, TreeNode? node, WrongTypes wrong) =>
        (Object, Path, _node, _wrong) = (of, path, node is TreeScalar { Kind: ScalarKind.Null } ? null : node, wrong);

    public KubernetesObject Object { get; }

    /// <summary>As in <c>spec.containers[0].image</c> or <c>metadata.labels['app.kubernetes.io/name']</c>.</summary>
    public string Path { get; }

    public bool Exists => _node is not null;

    internal TreeNode? Node => _node;

    /// <summary>1-based; the line of the object where the place is absent.</summary>
    public int Line => _node?.Line ?? Object.Location.Line;

    public MaskReason Masked => (_node as TreeScalar)?.Masked ?? MaskReason.None;

    public string? Text => _node is TreeScalar scalar ? scalar.Text : Wrong<string>("text");

    /// <summary>A single letter is a name as often as a yes (there are namespaces called y), so it is one only where a yes is asked for.</summary>
    public bool? Flag => _node switch
    {
        TreeScalar { Kind: ScalarKind.Boolean } scalar => scalar.Text == "true",
        TreeScalar { Text: "y" or "Y" } => true,
        TreeScalar { Text: "n" or "N" } => false,
        _ => Wrong<bool?>("true or false"),
    };

    public long? Number => _node is TreeScalar { Kind: ScalarKind.Integer } scalar && long.TryParse(scalar.Text, out var number) ? number : Wrong<long?>("a whole number");

    public bool IsEmptyMap => _node is TreeMap { Entries.Count: 0 };

    public IEnumerable<Cursor> Items
    {
        get
        {
            if (_node is not TreeList list)
            {
                Wrong<string>("a list");
                yield break;
            }
            for (var i = 0; i < list.Items.Length; i++) yield return new(Object, $"{Path}[{i}]", list.Items[i], _wrong);
        }
    }

    public IEnumerable<KeyValuePair<string, Cursor>> Entries
    {
        get
        {
            if (_node is not TreeMap map)
            {
                Wrong<string>("a map");
                yield break;
            }
            foreach (var (key, _) in map.Entries) yield return new(key, this[key]);
        }
    }

    /// <summary>What is seen here, or that nothing is: the value, cut at 200 characters, or empty.</summary>
    public Evidence Evidence => new(Object.Key, Path.Length > LongestPath ? $"{Path.AsSpan(0, LongestPath)}…" : Path, Shown());

    public Cursor this[string key]
    {
        get
        {
            if (_node is not TreeMap map && Exists) Wrong<string>("a map");
            var path = key.AsSpan().ContainsAny("./ ") ? $"{Path}['{key}']" : Path.Length == 0 ? key : $"{Path}.{key}";
            return new(Object, path, (_node as TreeMap)?[key], _wrong);
        }
    }

    /// <summary>The place that a path leads to from here, as <see cref="Path"/> writes it; what cannot be followed further ends where it stopped being there.</summary>
    public Cursor Follow(string path)
    {
        var at = this;
        foreach (var step in Steps(path)) at = step[0] == '[' && int.TryParse(step.AsSpan(1), out var index) ? at.Items.ElementAtOrDefault(index) is { Object: not null } item ? item : at : at[step[0] == '[' ? step[1..] : step];
        return at;
    }

    public static Cursor At(KubernetesObject root, WrongTypes wrong) => new(root, "", root.Body, wrong);

    /// <summary>All that stands here as one text: equal for places that say the same in the same order.</summary>
    internal string ToText() => TextOf(_node);

    public IReadOnlyList<string> Texts() => [.. Items.Select(item => item.Text).OfType<string>()];

    public IReadOnlyDictionary<string, string> TextMap() =>
        Exists ? Entries.Where(e => e.Value.Text is not null).ToDictionary(e => e.Key, e => e.Value.Text!, StringComparer.Ordinal) : [];

    /// <summary>Keys as they are; places in lists, and keys in quotes, behind a bracket.</summary>
    private static IEnumerable<string> Steps(string path)
    {
        for (var at = 0; at < path.Length;)
        {
            if (path[at] == '.') at++;
            var quoted = path.AsSpan(at).StartsWith("['", StringComparison.Ordinal);
            var end = quoted ? path.IndexOf("']", at, StringComparison.Ordinal) : path[at] == '[' ? path.IndexOf(']', at) : path.AsSpan(at).IndexOfAny('.', '[') is >= 0 and var next ? at + next : path.Length;
            if (end <= at) yield break;
            yield return quoted ? $"[{path[(at + 2)..end]}" : path[at..end];
            at = end + (quoted ? 2 : path[at] == '[' ? 1 : 0);
        }
    }

    private string Shown() => _node switch
    {
        null => "",
        TreeScalar { Text.Length: > LongestValue } scalar => $"{scalar.Text.AsSpan(0, LongestValue)}…",
        TreeScalar scalar => scalar.Text,
        TreeList list => list.Items.All(i => i is TreeScalar) && string.Join(", ", list.Items) is { Length: < LongestValue } texts ? $"[{texts}]" : $"{list.Items.Length} items",
        TreeMap { Entries.Count: 0 } => "{}",
        TreeMap map => $"{map.Entries.Count} keys",
        _ => "",
    };

    private static string TextOf(TreeNode? node) => node switch
    {
        TreeScalar scalar => $"'{scalar.Text}'",
        TreeList list => $"[{string.Join(',', list.Items.Select(TextOf))}]",
        TreeMap map => $"{{{string.Join(',', map.Entries.Select(entry => $"{entry.Key}:{TextOf(entry.Value)}"))}}}",
        _ => "",
    };

    private T? Wrong<T>(string expected)
    {
        if (_node is not null) _wrong.Report(this, expected);
        return default;
    }
}
