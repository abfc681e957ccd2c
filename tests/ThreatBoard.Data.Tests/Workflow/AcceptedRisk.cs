using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Acceptances;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Workflow;

/// <summary>A model with a threat that somebody asks to accept, and the people who have a say in it.</summary>
internal sealed class AcceptedRisk
{
    private readonly FreshDatabase _database;

    private AcceptedRisk(FreshDatabase database, ModelAccess owner, ModelAccess grace, ModelAccess rita) => (_database, Owner, Grace, Rita) = (database, owner, grace, rita);

    /// <summary>An owner of the workspace.</summary>
    public ModelAccess Owner { get; }

    /// <summary>An editor, who asks.</summary>
    public ModelAccess Grace { get; }

    /// <summary>A reviewer.</summary>
    public ModelAccess Rita { get; }

    public Threat Threat { get; } = Some.Threat() with { Assessment = new(4, 5, "open to all") };

    public Id<Acceptance> Acceptance { get; } = Some.Id<Acceptance>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<AcceptedRisk> RequestedAsync(FreshDatabase database)
    {
        var owner = await database.NewModelAsync();
        var risk = new AcceptedRisk(database, owner, await database.AsAsync(owner, "Grace"), await database.AsAsync(owner, "Rita", Role.Reviewer));
        Assert.IsType<Outcome.Applied>(await database.EditAsync(owner, Change.Add(risk.Threat)));
        var today = await database.Get<WorkspaceRules>().TodayAsync(owner, Cancel);
        Applied(await risk.TakeAsync(risk.Grace, new RequestAcceptance(risk.Acceptance, risk.Threat.Id, new("It costs more than it saves.", "Watched by hand.", today.AddDays(30)))));
        return risk;
    }

    public static async Task<AcceptedRisk> ApprovedAsync(FreshDatabase database)
    {
        var risk = await RequestedAsync(database);
        Applied(await risk.TakeAsync(risk.Rita, risk.Approve()));
        return risk;
    }

    public DecideAcceptance Approve() => new(Acceptance, Threat.Id, Approves: true);

    public Task<Outcome> TakeAsync(ModelAccess by, Domain.Workflow.Step step) => _database.ApplyAsync(by, new Intent.Take(step));

    /// <summary>As if the days had passed: its last day was yesterday.</summary>
    public Task PassAsync() => _database.TamperAsync("UPDATE acceptance SET terms_expires = (now() AT TIME ZONE 'UTC')::date - 1 WHERE id = $1", Acceptance.Value);

    public async Task<(Acceptance Acceptance, Threat Threat, ThreatStatus Status)> StoredAsync()
    {
        var content = await _database.RowsAsync(Owner);
        return (content.Find<Acceptance>(Acceptance.Value)!, content.Find<Threat>(Threat.Id.Value)!, ThreatState.OfAll(content)[Threat.Id].Status);
    }

    /// <summary>No threat has two acceptances that hold, or one that holds while it is treated otherwise; whatever its history.</summary>
    public async Task HoldsTogetherAsync()
    {
        Assert.Empty(Invariants.Check(await _database.RowsAsync(Owner)));
        Assert.Null(await _database.Journal.VerifyAsync(Owner, Cancel));
    }

    public static Outcome.Applied Applied(Outcome outcome) =>
        outcome as Outcome.Applied ?? throw new InvalidOperationException(string.Join(' ', (outcome as Outcome.Refused)?.Violations.Select(violation => violation.Message) ?? ["Not applied."]));
}
