using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data;

/// <summary>One-time login links of local mode: each works once and for a short time, and only its hash is stored.</summary>
public sealed class LoginTokens(IDbContextFactory<ThreatBoardDb> databases, TimeProvider clock)
{
    /// <summary>A new token for a link: 43 characters that need no escaping.</summary>
    public async Task<string> IssueAsync(Guid person, TimeSpan validFor, CancellationToken cancel)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await using var db = await databases.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        await db.LoginTokens.Where(t => t.ExpiresAt < now).ExecuteDeleteAsync(cancel);
        db.Add(new LoginTokenRow { Hash = HashOf(token), PersonId = person, ExpiresAt = now + validFor });
        await db.SaveChangesAsync(cancel);
        return token;
    }

    /// <summary>Whose token it is; null when it is unknown, used or expired. The same token never gives a person twice, not even at the same moment.</summary>
    public async Task<Person?> RedeemAsync(string token, CancellationToken cancel)
    {
        if (token.Length > 100) return null;
        var (hash, now) = (HashOf(token), clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancel);
        var used = await db.LoginTokens.Where(t => t.Hash == hash && t.UsedAt == null && t.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.UsedAt, (DateTimeOffset?)now), cancel);
        return used == 1
            ? await (from t in db.LoginTokens join p in db.People on t.PersonId equals p.Id where t.Hash == hash select p).SingleAsync(cancel)
            : null;
    }

    private static byte[] HashOf(string token) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token));
}
