using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Snapshots;

/// <summary>What one reading of a source gave: masked objects as compressed canonical JSON, addressed by its hash.</summary>
/// <param name="Hash">SHA-256 of the JSON before compression, 64 lower-case hexadecimal digits.</param>
/// <param name="Bytes">The JSON, brotli-compressed, as it is stored.</param>
public sealed record Snapshot(string Hash, ImmutableArray<byte> Bytes)
{
    /// <summary>The number of the JSON's shape; readers upgrade older ones.</summary>
    public const int Shape = 1;

    /// <summary>Inflated bytes that a stored snapshot may have at most; far above what a reading's budget lets through.</summary>
    private const int MostInflated = 200_000_000;

    public static Snapshot Of(IEnumerable<KubernetesObject> objects)
    {
        var json = SnapshotJson.Write(objects);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(json);
        return new(HashOf(json), [.. packed.GetBuffer().AsSpan(0, (int)packed.Length)]);
    }

    /// <summary>The objects as they were read, file and line included.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged, do not have this hash, or have a shape that is not known.</exception>
    public ImmutableArray<KubernetesObject> Restore()
    {
        using var brotli = new BrotliStream(new MemoryStream([.. Bytes]), CompressionMode.Decompress);
        using var json = new MemoryStream();
        var buffer = new byte[81_920];
        while (brotli.Read(buffer) is > 0 and var count)
        {
            json.Write(buffer, 0, count);
            if (json.Length > MostInflated) throw new InvalidDataException("The snapshot inflates to more than any reading gives.");
        }
        var bytes = json.GetBuffer().AsMemory(0, (int)json.Length);
        return HashOf(bytes.Span) == Hash ? SnapshotJson.Read(bytes) : throw new InvalidDataException("The snapshot does not have the hash it is stored under.");
    }

    private static string HashOf(ReadOnlySpan<byte> json) => Convert.ToHexStringLower(SHA256.HashData(json));
}
