using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data;

/// <summary>The one place that decides who may do what; every operation asks it again, and so a role, a session or a person that ended ends at once.</summary>
public sealed class Access(IDbContextFactory<ThreatBoardDb> databases, TimeProvider clock)
{
    /// <summary>Null when the model is missing, belongs to a workspace of others, or the person's role does not give the right: nobody can tell which.</summary>
    public async Task<ModelAccess?> ForAsync(Caller caller, Guid model, Right right, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await ModelAccess.FindAsync(db, caller, model, right, clock.GetUtcNow(), cancel);
    }

    /// <summary>Null when the workspace is missing, belongs to others, or the person's role does not give the right.</summary>
    public async Task<WorkspaceAccess?> ForWorkspaceAsync(Caller caller, Guid workspace, Right right, CancellationToken cancel) =>
        (await WorkspacesAsync(caller, right, cancel)).FirstOrDefault(open => open.WorkspaceId == workspace);

    /// <summary>Null when the caller does not look after the installation.</summary>
    public async Task<InstallationAccess?> ForInstallationAsync(Caller caller, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await InstallationAccess.FindAsync(db, caller, clock.GetUtcNow(), cancel);
    }

    /// <summary>The workspaces that are open to the caller with the right, by name.</summary>
    public async Task<IReadOnlyList<WorkspaceAccess>> WorkspacesAsync(Caller caller, Right right, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await WorkspaceAccess.AllAsync(db, caller, right, clock.GetUtcNow(), cancel);
    }
}
