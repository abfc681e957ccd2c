using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>The central directory of a zip, read by hand: .NET's reader builds an object for every entry before anyone can count them.</summary>
internal static class ZipDirectory
{
    private const int EndSize = 22;
    private const int EntrySize = 46;
    private const int LocalSize = 30;
    private const uint EntryMark = 0x02014b50;
    private const uint LocalMark = 0x04034b50;

    public readonly record struct Entry(string Name, int Flags, int Method, uint PackedSize, uint InflatedSize, uint LocalOffset, uint Attributes)
    {
        private const uint UnixKind = 0xF000;
        private const uint UnixLink = 0xA000;

        public bool IsLink => ((Attributes >> 16) & UnixKind) == UnixLink;

        public bool IsEncrypted => (Flags & 1) != 0;

        public bool IsOutside => Name.StartsWith('/') || Name.Contains(':', StringComparison.Ordinal) || Name.Contains('\0', StringComparison.Ordinal)
            || Name.Split('/', '\\').Contains("..", StringComparer.Ordinal) || Name.StartsWith('\\');

        public bool IsZip => Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

        /// <summary>Resource forks that macOS adds are not manifests, whatever they are called.</summary>
        public bool IsManifest => Upload.IsManifestName(Name) && !Name.StartsWith("__MACOSX/", StringComparison.Ordinal);

        /// <summary>The entry's inflating stream; null when it is neither stored nor deflated, or lies outside the file.</summary>
        public Stream? Open(ReadOnlyMemory<byte> zip)
        {
            if (LocalOffset + (long)LocalSize > zip.Length) return null;
            var local = zip.Span[(int)LocalOffset..];
            if (BinaryPrimitives.ReadUInt32LittleEndian(local) != LocalMark) return null;
            var start = LocalOffset + LocalSize + (long)Word(local, 26) + Word(local, 28);
            if (start + PackedSize > zip.Length) return null;
            MemoryMarshal.TryGetArray(zip.Slice((int)start, (int)PackedSize), out var packed);
            var stream = new MemoryStream(packed.Array ?? [], packed.Offset, packed.Count, writable: false);
            return Method switch
            {
                0 => stream,
                8 => new DeflateStream(stream, CompressionMode.Decompress),
                _ => null,
            };
        }
    }

    /// <summary>At most one entry more than the limit; null when it is no zip, or one of the 64-bit format.</summary>
    public static List<Entry>? Read(ReadOnlySpan<byte> zip, int limit)
    {
        var end = zip.LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndSize > zip.Length) return null;
        long at = BinaryPrimitives.ReadUInt32LittleEndian(zip[(end + 16)..]);
        var entries = new List<Entry>();
        while (entries.Count <= limit && at + EntrySize <= zip.Length && BinaryPrimitives.ReadUInt32LittleEndian(zip[(int)at..]) == EntryMark)
        {
            var head = zip[(int)at..];
            var nameLength = Word(head, 28);
            if (EntrySize + nameLength > head.Length) return null;
            entries.Add(new(
                Encoding.UTF8.GetString(head.Slice(EntrySize, nameLength)), Word(head, 8), Word(head, 10),
                Long(head, 20), Long(head, 24), Long(head, 42), Long(head, 38)));
            at += EntrySize + nameLength + Word(head, 30) + Word(head, 32);
        }
        return entries.Count == 0 && Word(zip[end..], 10) > 0 ? null : entries;
    }

    private static int Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
