using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;

namespace ThreatBoard.Data;

/// <summary>Proves that the security audit, journals and revisions are what was written; the result is a line of the audit itself.</summary>
public sealed class StoredHistory(IDbContextFactory<ThreatBoardDb> databases, TimeProvider clock) : IDisposable
{
    // It reads everything there is: one at a time in a process, and whoever else asks waits.
    private readonly SemaphoreSlim _oneAtATime = new(1);

    public void Dispose() => _oneAtATime.Dispose();

    /// <summary>The security audit, and journals and revisions of every model of the installation.</summary>
    /// <param name="progress">Told before each part.</param>
    public Task<HistoryReport> VerifyAsync(InstallationAccess installation, IProgress<HistoryProgress>? progress, CancellationToken cancel) =>
        VerifyAsync(workspace: null, progress, (kind, detail) => AuditEvent.By(installation, kind, detail), cancel);

    /// <summary>The security audit, and journals and revisions of the workspace's models.</summary>
    /// <param name="progress">Told before each part.</param>
    public Task<HistoryReport> VerifyAsync(WorkspaceAccess workspace, IProgress<HistoryProgress>? progress, CancellationToken cancel)
    {
        workspace.Require(Right.Administer);
        return VerifyAsync(workspace.WorkspaceId, progress, (kind, detail) => AuditEvent.By(workspace, kind, detail), cancel);
    }

    private async Task<HistoryReport> VerifyAsync(
        Guid? workspace, IProgress<HistoryProgress>? progress, Func<string, (string Key, string Text)[], AuditEvent> line, CancellationToken cancel)
    {
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var report = await new HistoryProof(db, workspace, progress).MakeAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await SecurityAudit.AppendAsync(db, line(report.Holds ? AuditKind.Verified : AuditKind.Damaged, Detail(report)), clock, cancel);
            await transaction.CommitAsync(cancel);
            return report;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private static (string Key, string Text)[] Detail(HistoryReport report) =>
    [
        ("lines", report.Lines.ToString(CultureInfo.InvariantCulture)), ("models", report.Models.ToString(CultureInfo.InvariantCulture)),
        ("entries", report.Entries.ToString(CultureInfo.InvariantCulture)), ("revisions", report.Revisions.ToString(CultureInfo.InvariantCulture)),
        ("damages", report.Damages.Length.ToString(CultureInfo.InvariantCulture)),
        .. report.Damages.Take(1).Select(first => ("first", $"{first.Where}: {first.What}")),
    ];
}
