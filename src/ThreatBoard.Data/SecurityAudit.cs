using System.Runtime.CompilerServices;
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

    /// <summary>The lines of one workspace that pass the filter, the newest first.</summary>
    public async Task<IReadOnlyList<AuditRow>> ListAsync(WorkspaceAccess workspace, AuditFilter filter, CancellationToken cancel)
    {
        workspace.Require(Right.Administer);
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await filter.Page(db.Audit.Where(row => row.WorkspaceId == workspace.WorkspaceId)).ToListAsync(cancel);
    }

    /// <summary>The lines of the whole installation that pass the filter, the newest first.</summary>
    public async Task<IReadOnlyList<AuditRow>> ListAsync(InstallationAccess installation, AuditFilter filter, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(installation);
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await filter.Page(db.Audit).ToListAsync(cancel);
    }

    /// <summary>Every line of the installation that passes the filter, the oldest first, as it is read; that it is read is a line itself, and the last.</summary>
    public async IAsyncEnumerable<AuditRow> ExportAsync(InstallationAccess installation, AuditFilter filter, [EnumeratorCancellation] CancellationToken cancel)
    {
        await AppendAsync(AuditEvent.By(installation, AuditKind.Exported, ("what", "security audit")), cancel);
        await using var db = await databases.CreateDbContextAsync(cancel);
        await foreach (var row in filter.Of(db.Audit).OrderBy(row => row.Number).AsAsyncEnumerable().WithCancellation(cancel)) yield return row;
    }

    /// <summary>Numbers without gaps and the chain; null when all holds, else what does not.</summary>
    public async Task<string?> VerifyAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return (await VerifyAsync(db, cancel)).Problem;
    }

    internal static async Task<(long Lines, string? Problem)> VerifyAsync(ThreatBoardDb db, CancellationToken cancel)
    {
        var (previous, expected) = (Array.Empty<byte>(), 1L);
        await foreach (var row in db.Audit.OrderBy(row => row.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (row.Number != expected) return (expected - 1, $"Line {expected} of the security audit is missing.");
            if (!AuditChain.HashOf(previous, row).AsSpan().SequenceEqual(row.Hash)) return (expected - 1, $"Line {row.Number} of the security audit is not what was written.");
            (previous, expected) = (row.Hash, expected + 1);
        }

        return (expected - 1, null);
    }

    /// <summary>Appends within the transaction of what it records, so that neither is there without the other.</summary>
    internal static async Task AppendAsync(ThreatBoardDb db, AuditEvent told, TimeProvider clock, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({WriteLock})", cancel);
        var last = await db.Audit.OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel);
        var name = await db.People.Where(person => person.Id == told.Person).Select(person => person.Name).SingleOrDefaultAsync(cancel);
        var address = told.Address ?? await db.Sessions.Where(session => session.Id == told.Session).Select(session => session.Address).SingleOrDefaultAsync(cancel);
        var row = Row(told, name ?? "", address ?? "", (last?.Number ?? 0) + 1, clock.GetUtcNow().ToMicroseconds());
        db.Add(row with { Hash = AuditChain.HashOf(last?.Hash ?? [], row) });
        await db.SaveChangesAsync(cancel);
    }

    private static AuditRow Row(AuditEvent told, string person, string address, long number, DateTimeOffset at) => new()
    {
        Number = number,
        At = at,
        Kind = told.Kind,
        PersonId = told.Person,
        Person = person,
        WorkspaceId = told.Workspace,
        Address = address,
        Detail = Written(told.Detail),
        Hash = [],
    };

    private static string Written(IReadOnlyDictionary<string, string> detail)
    {
        var text = JsonSerializer.Serialize(new SortedDictionary<string, string>(detail.ToDictionary(), StringComparer.Ordinal));
        return text.Length <= AuditRow.LongestDetail ? text : throw new ArgumentException("The detail of an audit line is too long.", nameof(detail));
    }
}
