using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data;

/// <summary>The one place that decides who may do what; every operation asks it again.</summary>
public sealed class Access(IDbContextFactory<ThreatBoardDb> databases)
{
    /// <summary>Null when the model is missing, belongs to a workspace of others, or the person's role does not give the right: nobody can tell which.</summary>
    public async Task<ModelAccess?> ForAsync(Guid person, Guid model, Right right, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await ModelAccess.FindAsync(db, person, model, right, cancel);
    }

    /// <summary>The person's first workspace that gives the right, or null.</summary>
    public async Task<WorkspaceAccess?> ForWorkspaceAsync(Guid person, Right right, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await WorkspaceAccess.FindAsync(db, person, right, cancel);
    }
}
