using System.Text.Json;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Masking;

namespace ThreatBoard.Kubernetes.Snapshots;

/// <summary>Reads a tree back together with its lines and masks.</summary>
internal sealed class BodyReader
{
    private readonly JsonElement _body;
    private readonly List<int> _lines;
    private readonly Dictionary<int, MaskReason> _masks = [];
    private int _node;
    private int _line;

    public BodyReader(JsonElement item)
    {
        _body = item.GetProperty("body");
        _lines = Numbers(item.GetProperty("lines"));
        if (!item.TryGetProperty("masks", out var masks)) return;
        var pairs = Numbers(masks);
        for (var i = 0; i + 1 < pairs.Count; i += 2) _masks[pairs[i]] = (MaskReason)pairs[i + 1];
    }

    public TreeMap Read() => (TreeMap)Read(_body);

    private TreeNode Read(JsonElement json)
    {
        var node = _node++;
        var line = _line += _lines[node];
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var entries = new List<KeyValuePair<string, TreeNode>>();
                foreach (var property in json.EnumerateObject()) entries.Add(new(property.Name, Read(property.Value)));
                return TreeMap.From(line, entries);
            case JsonValueKind.Array:
                return new TreeList(line, [.. json.EnumerateArray().Select(Read)]);
            default:
                var (kind, text) = Scalar(json);
                return new TreeScalar(line, text, kind, _masks.GetValueOrDefault(node));
        }
    }

    private static (ScalarKind, string) Scalar(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => (ScalarKind.Text, json.GetString()!),
        JsonValueKind.True => (ScalarKind.Boolean, "true"),
        JsonValueKind.False => (ScalarKind.Boolean, "false"),
        JsonValueKind.Number => (json.TryGetInt64(out _) ? ScalarKind.Integer : ScalarKind.Float, json.GetRawText()),
        _ => (ScalarKind.Null, "null"),
    };

    private static List<int> Numbers(JsonElement numbers) => [.. numbers.EnumerateArray().Select(n => n.GetInt32())];
}
