using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Auditing;

namespace ThreatBoard.Data.Accounts;

/// <summary>Writes one setting of a workspace, with its line in the security audit; what is so already is left alone.</summary>
internal static class WorkspaceSetting
{
    /// <returns>Null: a setting that is valid is always taken.</returns>
    public static async Task<string?> SetAsync(
        IDbContextFactory<ThreatBoardDb> databases, TimeProvider clock, WorkspaceAccess workspace, string setting,
        Func<Workspace, string> was, string value, Func<IQueryable<Workspace>, Task<int>> write, CancellationToken cancel)
    {
        workspace.Require(Right.Administer);
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await Data.Members.LockAsync(db, workspace.WorkspaceId, cancel);
        // Read through the rows that are written, so that the lock holds for both.
        var rows = db.Workspaces.Where(room => room.Id == workspace.WorkspaceId);
        var before = was(await rows.SingleAsync(cancel));
        if (before == value) return null;
        await write(rows);
        await SecurityAudit.AppendAsync(db, AuditEvent.By(workspace, AuditKind.SettingChanged, ("setting", setting), ("from", before), ("to", value)), clock, cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}
