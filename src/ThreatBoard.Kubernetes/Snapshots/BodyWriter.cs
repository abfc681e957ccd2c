using System.Text.Json;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Masking;

namespace ThreatBoard.Kubernetes.Snapshots;

/// <summary>Writes a tree as plain JSON, and remembers lines (as steps from the last one) and masks to be written after it.</summary>
internal sealed class BodyWriter(Utf8JsonWriter writer)
{
    private readonly List<int> _lines = [];
    private readonly List<int> _masks = [];
    private int _lastLine;

    public void Write(TreeNode node)
    {
        _lines.Add(node.Line - _lastLine);
        _lastLine = node.Line;
        switch (node)
        {
            case TreeMap map:
                writer.WriteStartObject();
                foreach (var (key, value) in map.Entries)
                {
                    writer.WritePropertyName(key);
                    Write(value);
                }
                writer.WriteEndObject();
                break;
            case TreeList list:
                writer.WriteStartArray();
                foreach (var item in list.Items) Write(item);
                writer.WriteEndArray();
                break;
            case TreeScalar scalar:
                Write(scalar);
                break;
        }
    }

    public void WriteLines()
    {
        WriteNumbers("lines", _lines);
        if (_masks.Count > 0) WriteNumbers("masks", _masks);
    }

    private void Write(TreeScalar scalar)
    {
        if (scalar.Masked != MaskReason.None)
        {
            _masks.Add(_lines.Count - 1);
            _masks.Add((int)scalar.Masked);
        }
        switch (scalar.Kind)
        {
            case ScalarKind.Null: writer.WriteNullValue(); break;
            case ScalarKind.Boolean: writer.WriteBooleanValue(scalar.Text == "true"); break;
            case ScalarKind.Integer or ScalarKind.Float: writer.WriteRawValue(scalar.Text); break;
            default: writer.WriteStringValue(scalar.Text); break;
        }
    }

    private void WriteNumbers(string name, List<int> numbers)
    {
        writer.WriteStartArray(name);
        foreach (var number in numbers) writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }
}
