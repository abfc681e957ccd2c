using System.Security.Cryptography;
using System.Text;

namespace ThreatBoard.Data.Auditing;

/// <summary>Chains the lines of the audit: whoever changes a stored one breaks every hash after it.</summary>
public static class AuditChain
{
    /// <summary>SHA-256 of the previous line's hash (empty for the first) and every column of this one; 32 bytes.</summary>
    public static byte[] HashOf(ReadOnlySpan<byte> previous, AuditRow row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant(
            $"{row.Number}\n{row.At.UtcDateTime:O}\n{row.Kind}\n{row.PersonId}\n{row.WorkspaceId}\n{row.Person.Length}:{row.Person}\n{row.Address.Length}:{row.Address}\n{row.Detail.Length}:{row.Detail}\n")));
        return hash.GetHashAndReset();
    }
}
