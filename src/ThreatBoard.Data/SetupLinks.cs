using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Door;

namespace ThreatBoard.Data;

/// <summary>The one-time links by which whoever reads the console of a new server becomes its first owner; none is given out or accepted once there is one.</summary>
public sealed class SetupLinks(IDbContextFactory<ThreatBoardDb> databases, TimeProvider clock)
{
    /// <summary>How long a link may be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <returns>The token, 192 random bits in hexadecimal, which is told to nobody else; null for a local installation, and where the first owner exists.</returns>
    public async Task<string?> IssueAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (!await db.Installations.AnyAsync(Waiting, cancel)) return null;
        var now = clock.GetUtcNow().ToMicroseconds();
        await db.SetupLinks.Where(link => link.ExpiresAt < now - Lifetime).ExecuteDeleteAsync(cancel);
        var token = LinkToken.New();
        db.Add(new SetupLink { Hash = LinkToken.HashOf(token), ExpiresAt = now + Lifetime });
        await db.SaveChangesAsync(cancel);
        return token;
    }

    /// <summary>Whether the token would be accepted; uses nothing up.</summary>
    public async Task<SetupLinkState> LookAsync(string? token, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await LookAsync(db, token, clock.GetUtcNow(), cancel);
    }

    internal static async Task<SetupLinkState> LookAsync(ThreatBoardDb db, string? token, DateTimeOffset now, CancellationToken cancel)
    {
        if (!await db.Installations.AnyAsync(Waiting, cancel)) return SetupLinkState.Settled;
        var hash = LinkToken.HashOf(token);
        return await db.SetupLinks.SingleOrDefaultAsync(link => link.Hash == hash, cancel) switch
        {
            null => SetupLinkState.Unknown,
            { ExpiresAt: var end } when end <= now => SetupLinkState.Expired,
            _ => SetupLinkState.Valid,
        };
    }

    /// <summary>A server without an owner.</summary>
    internal static Expression<Func<Installation, bool>> Waiting =>
        installation => installation.Kind == InstallationKind.Server && installation.SettledAt == null;

}
