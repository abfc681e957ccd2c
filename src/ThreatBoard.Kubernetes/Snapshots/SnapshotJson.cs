using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Snapshots;

/// <summary>Objects as canonical JSON: by key, bodies as they are, and beside each the lines of its values in the order they are written.</summary>
internal static class SnapshotJson
{
    private static readonly JsonWriterOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    public static ReadOnlySpan<byte> Write(IEnumerable<KubernetesObject> objects)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Canonical))
        {
            writer.WriteStartObject();
            writer.WriteNumber("shape", Snapshot.Shape);
            writer.WriteStartArray("objects");
            foreach (var item in objects.OrderBy(o => o.Key, StringComparer.Ordinal)) Write(writer, item);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return buffer.WrittenSpan;
    }

    public static ImmutableArray<KubernetesObject> Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, new() { MaxDepth = 512 });
        var root = document.RootElement;
        if (root.GetProperty("shape").GetInt32() != Snapshot.Shape)
            throw new InvalidDataException("The snapshot has a shape that this version does not know: it was written by a newer one.");
        return [.. root.GetProperty("objects").EnumerateArray().Select(Read)];
    }

    private static void Write(Utf8JsonWriter writer, KubernetesObject item)
    {
        writer.WriteStartObject();
        writer.WriteString("group", item.Known.Group);
        writer.WriteString("kind", item.Kind);
        writer.WriteString("apiVersion", item.ApiVersion);
        writer.WriteString("namespace", item.Namespace);
        writer.WriteString("name", item.Name);
        writer.WriteString("file", item.Location.File);
        writer.WriteNumber("document", item.Location.Document);
        writer.WriteNumber("line", item.Location.Line);
        writer.WritePropertyName("body");
        var body = new BodyWriter(writer);
        body.Write(item.Body);
        body.WriteLines();
        writer.WriteEndObject();
    }

    private static KubernetesObject Read(JsonElement item)
    {
        string Text(string name) => item.GetProperty(name).GetString() ?? "";

        var (group, kind) = (Text("group"), Text("kind"));
        var known = KnownKinds.Exactly(group, kind)
            ?? throw new InvalidDataException($"The snapshot holds a {kind}, which this version does not read.");
        var location = new ObjectLocation(Text("file"), item.GetProperty("document").GetInt32(), item.GetProperty("line").GetInt32());
        var body = new BodyReader(item).Read();
        return new(known, Text("apiVersion"), Text("namespace"), Text("name"), body, location);
    }
}
