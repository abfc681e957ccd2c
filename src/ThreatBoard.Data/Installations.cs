using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data;

/// <summary>What this installation is, as the database has it now: another process may have turned it into a server meanwhile.</summary>
public sealed class Installations(IDbContextFactory<ThreatBoardDb> databases)
{
    public async Task<Installation> GetAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Installations.SingleAsync(cancel);
    }
}
