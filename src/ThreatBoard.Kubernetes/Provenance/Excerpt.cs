using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Provenance;

/// <summary>A few lines of a masked object as YAML, for a person to recognise the place.</summary>
internal static class Excerpt
{
    private const int MostLines = 12;
    private const int LongestLine = 160;

    public static string Of(Cursor at)
    {
        var lines = new List<string>();
        var name = NameOf(at.Path);
        if (at.Node is TreeScalar or null && name.Length > 0) Pair(lines, 0, name, at.Node);
        else Write(lines, 0, at.Node);
        if (lines.Count > MostLines) lines = [.. lines.Take(MostLines), "…"];
        return string.Join('\n', lines);
    }

    /// <summary>The last key of a path; empty for the place of a list.</summary>
    private static string NameOf(string path) =>
        path.EndsWith("']", StringComparison.Ordinal) ? path[(path.LastIndexOf("['", StringComparison.Ordinal) + 2)..^2]
        : path.EndsWith(']') ? ""
        : path[(path.LastIndexOf('.') + 1)..];

    private static void Write(List<string> lines, int indent, TreeNode? node)
    {
        switch (node)
        {
            case TreeMap map:
                foreach (var (key, value) in map.Entries.OrderBy(entry => entry.Value.Line))
                    if (lines.Count <= MostLines) Pair(lines, indent, key, value);
                break;
            case TreeList list:
                foreach (var item in list.Items)
                    if (lines.Count <= MostLines) Item(lines, indent, item);
                break;
            case TreeScalar scalar:
                Add(lines, indent, scalar.Text);
                break;
        }
    }

    private static void Pair(List<string> lines, int indent, string key, TreeNode? value)
    {
        if (value is TreeMap { Entries.Count: > 0 } or TreeList { Items.Length: > 0 })
        {
            Add(lines, indent, $"{key}:");
            Write(lines, indent + 2, value);
        }
        else Add(lines, indent, value switch { TreeScalar scalar => $"{key}: {scalar.Text}", TreeMap => $"{key}: {{}}", TreeList => $"{key}: []", _ => $"{key} is not set" });
    }

    private static void Item(List<string> lines, int indent, TreeNode item)
    {
        var first = lines.Count;
        Write(lines, indent + 2, item);
        if (lines.Count > first) lines[first] = $"{new string(' ', indent)}- {lines[first].TrimStart()}";
    }

    private static void Add(List<string> lines, int indent, string text)
    {
        var line = new string(' ', Math.Min(indent, LongestLine / 2)) + text.ReplaceLineEndings(" ⏎ ");
        lines.Add(line.Length > LongestLine ? $"{line.AsSpan(0, LongestLine)}…" : line);
    }
}
