using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Door;

namespace ThreatBoard.Data;

/// <summary>What readings of sources gave: opaque bytes of a model, addressed by their SHA-256, written once.</summary>
public sealed class SnapshotStore(IDbContextFactory<ThreatBoardDb> databases, TimeProvider clock)
{
    /// <summary>Stores the bytes unless they are there already.</summary>
    /// <returns>Their SHA-256, 64 hexadecimal digits in lower case.</returns>
    public async Task<string> PutAsync(ModelAccess access, byte[] bytes, CancellationToken cancel)
    {
        access.Require(Right.Import);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO snapshot (model_id, sha256, bytes, stored_at) VALUES ({access.ModelId}, {sha256}, {bytes}, {clock.GetUtcNow().ToMicroseconds()}) ON CONFLICT DO NOTHING", cancel);
        return sha256;
    }

    /// <summary>Null when the model has none of this hash.</summary>
    public async Task<byte[]?> GetAsync(ModelAccess access, string sha256, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Snapshots.Where(s => s.ModelId == access.ModelId && s.Sha256 == sha256).Select(s => s.Bytes).SingleOrDefaultAsync(cancel);
    }
}
