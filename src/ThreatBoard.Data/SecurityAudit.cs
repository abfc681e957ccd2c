using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Data.Door;

namespace ThreatBoard.Data;

/// <summary>What concerns the security of the installation: numbered without gaps, chained, and only ever appended.</summary>
public sealed class SecurityAudit(IDbContextFactory<ThreatBoardDb> databases, TimeProvider clock)
{
    /// <summary>One writer at a time, so that numbers have no gaps and each hash follows the last.</summary>
    private const long WriteLock = 0x7468_7265_6174_6175;

    public async Task AppendAsync(AuditEvent told, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await AppendAsync(db, told, clock, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The lines of one workspace before a number, the newest first.</summary>
    public async Task<IReadOnlyList<AuditRow>> ListAsync(WorkspaceAccess workspace, long before, int limit, CancellationToken cancel)
    {
        workspace.Require(Right.Administer);
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Audit.Where(row => row.WorkspaceId == workspace.WorkspaceId && row.Number < before).OrderByDescending(row => row.Number).Take(limit).ToListAsync(cancel);
    }

    /// <summary>Numbers without gaps and the chain; null when all holds, else what does not.</summary>
    public async Task<string?> VerifyAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var (previous, expected) = (Array.Empty<byte>(), 1L);
        await foreach (var row in db.Audit.OrderBy(row => row.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (row.Number != expected) return $"Line {expected} of the security audit is missing.";
            if (!AuditChain.HashOf(previous, row).AsSpan().SequenceEqual(row.Hash)) return $"Line {row.Number} of the security audit is not what was written.";
            (previous, expected) = (row.Hash, expected + 1);
        }

        return null;
    }

    /// <summary>Appends within the transaction of what it records, so that neither is there without the other.</summary>
    internal static async Task AppendAsync(ThreatBoardDb db, AuditEvent told, TimeProvider clock, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({WriteLock})", cancel);
        var last = await db.Audit.OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel);
        var name = await db.People.Where(person => person.Id == told.Person).Select(person => person.Name).SingleOrDefaultAsync(cancel);
        var row = Row(told, name ?? "", (last?.Number ?? 0) + 1, clock.GetUtcNow().ToMicroseconds());
        db.Add(row with { Hash = AuditChain.HashOf(last?.Hash ?? [], row) });
        await db.SaveChangesAsync(cancel);
    }

    private static AuditRow Row(AuditEvent told, string person, long number, DateTimeOffset at) => new()
    {
        Number = number,
        At = at,
        Kind = told.Kind,
        PersonId = told.Person,
        Person = person,
        WorkspaceId = told.Workspace,
        Address = told.Address ?? "",
        Detail = Written(told.Detail),
        Hash = [],
    };

    private static string Written(IReadOnlyDictionary<string, string> detail)
    {
        var text = JsonSerializer.Serialize(new SortedDictionary<string, string>(detail.ToDictionary(), StringComparer.Ordinal));
        return text.Length <= AuditRow.LongestDetail ? text : throw new ArgumentException("The detail of an audit line is too long.", nameof(detail));
    }
}
