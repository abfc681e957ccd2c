using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data.Auditing;

/// <summary>Tells the security audit that somebody tried what they may not do; the same again within ten seconds is told once, so that nobody fills the audit.</summary>
public sealed class Refusals(IDbContextFactory<ThreatBoardDb> databases, SecurityAudit audit, TimeProvider clock)
{
    private const int MostRemembered = 10_000;

    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<(Guid Person, Guid What, Right Right), long> _told = [];

    /// <param name="model">The model; whether there is one or not, the caller got the same answer.</param>
    internal async Task OnModelAsync(Caller caller, Guid model, Right right, CancellationToken cancel)
    {
        if (!IsNew(caller, model, right)) return;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var workspace = await db.Models.Where(row => row.Id == model).Select(row => (Guid?)row.WorkspaceId).SingleOrDefaultAsync(cancel);
        await TellAsync(caller, workspace, right, "model", model, cancel);
    }

    internal async Task OnWorkspaceAsync(Caller caller, Guid workspace, Right right, CancellationToken cancel)
    {
        if (!IsNew(caller, workspace, right)) return;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var known = await db.Workspaces.AnyAsync(room => room.Id == workspace, cancel);
        await TellAsync(caller, known ? workspace : null, right, "workspace", workspace, cancel);
    }

    private Task TellAsync(Caller caller, Guid? workspace, Right right, string kind, Guid what, CancellationToken cancel) =>
        audit.AppendAsync(new(AuditKind.Denied, caller.Person, workspace) { Detail = new Dictionary<string, string>(StringComparer.Ordinal) { ["right"] = right.ToString(), [kind] = what.ToString() } }, cancel);

    private bool IsNew(Caller caller, Guid what, Right right)
    {
        if (_told.Count >= MostRemembered) _told.Clear();
        var (key, now) = ((caller.Person, what, right), clock.GetTimestamp());
        if (_told.TryGetValue(key, out var last) && clock.GetElapsedTime(last, now) < s_again) return false;
        _told[key] = now;
        return true;
    }
}
