using System.Security.Cryptography;
using System.Text;

namespace ThreatBoard.Domain.Revisions;

/// <summary>What a revision says of itself, beside its parts.</summary>
/// <param name="Number">1 for the first of a model, without gaps.</param>
/// <param name="Sequence">The journal number whose state it holds.</param>
public sealed record RevisionHeader(int Number, long Sequence, string Author, DateTimeOffset At, string Message);

/// <summary>Chains revisions: whoever changes a stored one breaks every hash after it.</summary>
public static class RevisionHash
{
    /// <summary>SHA-256 of the previous revision's hash (empty for the first), the header and the digests of the stored parts; 32 bytes.</summary>
    public static byte[] Of(ReadOnlySpan<byte> previous, RevisionHeader header, params ReadOnlySpan<byte[]> partDigests)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant(
            $"{header.Number}\n{header.Sequence}\n{header.At.UtcDateTime:O}\n{header.Author.Length}:{header.Author}\n{header.Message.Length}:{header.Message}\n")));
        foreach (var digest in partDigests) hash.AppendData(digest);
        return hash.GetHashAndReset();
    }
}
