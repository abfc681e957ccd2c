using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Serialization;
using ThreatBoard.Domain.Sources;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Snapshots;

namespace ThreatBoard.Web.Importing;

/// <summary>A reading as bytes: the objects' hash (64 digits), their length (4 bytes, big-endian), the objects, and what was derived from them as brotli.</summary>
/// <remarks>What was derived is stored too, so that the next reading is compared with it, and not with what a later version would derive.</remarks>
public static class StoredReading
{
    private const int HashLength = 64;
    private const int HeaderLength = HashLength + sizeof(int);

    public static byte[] Write(IEnumerable<KubernetesObject> objects, DerivedContent derived)
    {
        var snapshot = Snapshot.Of(objects);
        using var stored = new MemoryStream();
        stored.Write(Encoding.ASCII.GetBytes(snapshot.Hash));
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, snapshot.Bytes.Length);
        stored.Write(length);
        stored.Write(snapshot.Bytes.AsSpan());
        using (var brotli = new BrotliStream(stored, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(CanonicalJson.Write(derived.Content, ModelPart.Content));
        return stored.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are damaged, or of a shape that this version does not know.</exception>
    public static SourceReading Read(byte[] stored)
    {
        if (stored.Length < HeaderLength) throw new InvalidDataException("The stored reading is cut off.");
        var length = BinaryPrimitives.ReadInt32BigEndian(stored.AsSpan(HashLength));
        if (length < 0 || length > stored.Length - HeaderLength) throw new InvalidDataException("The stored reading is cut off.");
        var snapshot = new Snapshot(Encoding.ASCII.GetString(stored, 0, HashLength), [.. stored.AsSpan(HeaderLength, length)]);
        using var brotli = new BrotliStream(new MemoryStream(stored, HeaderLength + length, stored.Length - HeaderLength - length), CompressionMode.Decompress);
        using var json = new MemoryStream();
        brotli.CopyTo(json);
        return new(snapshot.Restore(), new(CanonicalJson.Read(json.GetBuffer().AsMemory(0, (int)json.Length))));
    }
}
