using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Data;

/// <summary>How a workspace agreed to work: its bands of risk, its time zone, and what asks for a second person. Owners set it, and the security audit keeps what they set.</summary>
public sealed class WorkspaceRules(IDbContextFactory<ThreatBoardDb> databases, TimeProvider clock)
{
    /// <summary>The rules of the model's workspace.</summary>
    public async Task<WorkingRules> OfAsync(ModelAccess model, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return (await db.Workspaces.SingleAsync(room => room.Id == model.WorkspaceId, cancel)).ToRules();
    }

    /// <summary>As whom the person would take a step of the workflow now: pages ask the steps themselves what they would say.</summary>
    public async Task<Signatory> SignatoryAsync(ModelAccess model, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Door.Signatories.OfAsync(db, model, cancel);
    }

    /// <summary>The day that it is now in the model's workspace, by the database's clock.</summary>
    public async Task<DateOnly> TodayAsync(ModelAccess model, CancellationToken cancel) => (await DayAsync(model, cancel)).Today;

    /// <summary>The same with the workspace's rules.</summary>
    public async Task<WorkingDay> DayAsync(ModelAccess model, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rules = (await db.Workspaces.SingleAsync(room => room.Id == model.WorkspaceId, cancel)).ToRules();
        return new(rules.DayOf((await Calendar.DatabaseTime.ReadAsync(db, cancel)).GetUtcNow()), rules);
    }

    /// <summary>Another scale changes no stored score, only what a score is called.</summary>
    /// <returns>Null when it is done, else why not, as a sentence.</returns>
    public async Task<string?> SetBandsAsync(WorkspaceAccess workspace, BandScale bands, CancellationToken cancel)
    {
        workspace.Require(Right.Administer);
        return BandScale.Problem(bands) ?? await SetAsync(
            workspace, "bands", was => Words(was.Bands), Words(bands),
            rows => rows.ExecuteUpdateAsync(set => set.SetProperty(room => room.Bands.Medium, bands.Medium).SetProperty(room => room.Bands.High, bands.High).SetProperty(room => room.Bands.Critical, bands.Critical), cancel),
            cancel);
    }

    /// <param name="zone">The IANA name.</param>
    /// <returns>Null when it is done, else why not, as a sentence.</returns>
    public async Task<string?> SetTimeZoneAsync(WorkspaceAccess workspace, string zone, CancellationToken cancel)
    {
        workspace.Require(Right.Administer);
        return WorkspaceZone.Problem(zone) ?? await SetAsync(
            workspace, "time-zone", was => was.TimeZone, zone, rows => rows.ExecuteUpdateAsync(set => set.SetProperty(room => room.TimeZone, zone), cancel), cancel);
    }

    /// <summary>From now on, a revision is published only once a reviewer has approved it, or by whoever may publish again.</summary>
    public Task<string?> AskForApprovalAsync(WorkspaceAccess workspace, bool asks, CancellationToken cancel) => SetAsync(
        workspace, "asks-approval", was => Word(was.AsksApproval), Word(asks), rows => rows.ExecuteUpdateAsync(set => set.SetProperty(room => room.AsksApproval, asks), cancel), cancel);

    /// <summary>From now on, somebody else verifies what one has implemented, or anybody again.</summary>
    public Task<string?> LetOthersVerifyAsync(WorkspaceAccess workspace, bool others, CancellationToken cancel) => SetAsync(
        workspace, "verifier-differs", was => Word(was.VerifierDiffers), Word(others), rows => rows.ExecuteUpdateAsync(set => set.SetProperty(room => room.VerifierDiffers, others), cancel), cancel);

    private static string Word(bool on) => on ? "yes" : "no";

    private static string Words(BandScale bands) => string.Create(CultureInfo.InvariantCulture, $"{bands.Medium}/{bands.High}/{bands.Critical}");

    private Task<string?> SetAsync(
        WorkspaceAccess workspace, string setting, Func<Workspace, string> was, string value, Func<IQueryable<Workspace>, Task<int>> write, CancellationToken cancel) =>
        WorkspaceSetting.SetAsync(databases, clock, workspace, setting, was, value, write, cancel);
}
