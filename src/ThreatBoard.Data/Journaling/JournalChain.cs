using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Data.Journaling;

/// <summary>Chains journal entries: whoever changes a stored one breaks every hash after it.</summary>
public static class JournalChain
{
    /// <summary>SHA-256 over the stored bytes of every change, in order; 32 bytes.</summary>
    public static byte[] DigestOf(IEnumerable<ChangeJson> changes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var change in changes) Append(hash, change);
        return hash.GetHashAndReset();
    }

    /// <summary>SHA-256 of the previous entry's hash (empty for the first), this entry's header and its body digest; 32 bytes.</summary>
    public static byte[] HashOf(ReadOnlySpan<byte> previous, JournalEntryRow entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant(
            $"{entry.ModelId}\n{entry.Number}\n{entry.Operation}\n{entry.Kind}\n{entry.By}\n{entry.AuthorId}\n{entry.At.UtcDateTime:O}\n{entry.Undoes}\n{entry.Changes}\n{entry.Author.Length}:{entry.Author}\n{entry.Reason.Length}:{entry.Reason}\n{entry.Summary.Length}:{entry.Summary}\n")));
        hash.AppendData(entry.OperationDigest);
        hash.AppendData(entry.BodyDigest);
        return hash.GetHashAndReset();
    }

    internal static ImmutableArray<ChangeJson> Body(IEnumerable<JournalChangeRow> rows) =>
        [.. rows.OrderBy(row => row.Ordinal).Select(row => row.ToJson())];

    private static void Append(IncrementalHash hash, ChangeJson change)
    {
        hash.AppendData(Encoding.UTF8.GetBytes($"{change.Entity}\n"));
        Append(hash, change.Before);
        Append(hash, change.After);
    }

    private static void Append(IncrementalHash hash, byte[]? bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes?.Length ?? -1);
        hash.AppendData(length);
        if (bytes is not null) hash.AppendData(bytes);
    }
}
