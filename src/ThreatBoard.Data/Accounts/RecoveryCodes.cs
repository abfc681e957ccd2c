using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace ThreatBoard.Data.Accounts;

/// <summary>Ten codes of 120 random bits: shown once, kept as hashes, each good once.</summary>
internal static class RecoveryCodes
{
    public const int Count = 10;

    private const int Bytes = 15;
    private const int Group = 6;

    /// <summary>Takes the place of those that there were.</summary>
    /// <returns>The codes in groups of six letters, which are told to nobody else.</returns>
    public static async Task<IReadOnlyList<string>> ReplaceAsync(ThreatBoardDb db, Guid person, CancellationToken cancel)
    {
        await db.RecoveryCodes.Where(code => code.PersonId == person).ExecuteDeleteAsync(cancel);
        string[] codes = [.. Enumerable.Range(0, Count).Select(_ => Base32.Of(RandomNumberGenerator.GetBytes(Bytes)))];
        db.AddRange(codes.Select(code => new RecoveryCode { PersonId = person, Hash = HashOf(code) }));
        await db.SaveChangesAsync(cancel);
        return [.. codes.Select(code => string.Join('-', code.Chunk(Group).Select(letters => new string(letters))))];
    }

    /// <summary>Uses a code up; of several who try at the same time it is right for one.</summary>
    public static async Task<bool> UseAsync(ThreatBoardDb db, Guid person, string? code, DateTimeOffset now, CancellationToken cancel)
    {
        var hash = HashOf(new string([.. (code ?? "").Where(char.IsAsciiLetterOrDigit).Take(64)]).ToUpperInvariant());
        DateTimeOffset? used = now;
        return await db.RecoveryCodes.Where(c => c.PersonId == person && c.Hash == hash && c.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, used), cancel) == 1;
    }

    private static byte[] HashOf(string code) => SHA256.HashData(Encoding.ASCII.GetBytes(code));
}
