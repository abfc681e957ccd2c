using System.IO.Compression;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Data.Publishing;

/// <summary>A part of a model as a revision stores it: canonical JSON under brotli.</summary>
internal static class RevisionPart
{
    public static byte[] Write(ModelContent content, ModelPart part, Func<Shape, bool>? include = null)
    {
        using var stored = new MemoryStream();
        using (var brotli = new BrotliStream(stored, CompressionLevel.Fastest)) brotli.Write(CanonicalJson.Write(content, part, include));
        return stored.ToArray();
    }

    /// <summary>Adds what the part holds to <paramref name="content"/>.</summary>
    public static ModelContent Read(byte[] stored, ModelContent content)
    {
        using var brotli = new BrotliStream(new MemoryStream(stored), CompressionMode.Decompress);
        using var json = new MemoryStream();
        brotli.CopyTo(json);
        return CanonicalJson.Read(json.ToArray(), content);
    }
}
