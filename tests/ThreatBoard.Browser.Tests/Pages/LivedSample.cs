using System.Globalization;
using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Running;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Acceptances;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Iterations;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Testing;
using ThreatBoard.Testing.Running;

namespace ThreatBoard.Browser.Tests.Pages;

/// <summary>Two models on which three people have worked for most of a year: what boards and work lists have to show.</summary>
public sealed class LivedSample(LoggedIn suite) : IAsyncLifetime
{
    private static readonly string[] s_names = ["checkout", "orders", "ledger", "card vault", "mailer", "gateway", "shop front", "warehouse"];
    private static readonly string[] s_dangers = ["Orders can be read on the way", "Anybody can ask for a refund", "Nobody would notice a forged entry", "The queue can be flooded", "A worker can read all cards", "An old token still opens the vault"];

    // Of its own: its past was moved back in time, which is what the proofs of history find out.
    private readonly TeamApp _team = new();
    private IBrowserContext _browser = null!;

    public TeamPerson Ada { get; private set; } = null!;

    public Guid Workspace { get; private set; }

    public Guid Model { get; private set; }

    /// <summary>A day in the middle of its life, as the board's address has it.</summary>
    public string PastDay { get; } = TimeProvider.System.GetUtcNow().AddDays(-60).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _team.StartAsync(Cancel);
        Workspace = await _team.NewWorkspaceAsync("Payments platform", Cancel);
        Ada = await _team.AddAsync("Ada Lovelace", Role.Owner, Cancel, Workspace);
        var grace = await _team.AddAsync("Grace Hopper", Role.Editor, Cancel, Workspace);
        var rita = await _team.AddAsync("Rita Levi-Montalcini", Role.Reviewer, Cancel, Workspace);
        Model = await LiveThroughAsync("Checkout", grace, rita, seed: 3);
        await LiveThroughAsync("Warehouse robots and everything that they carry about", grace, rita, seed: 8);
        _browser = await suite.Colleagues.BrowserOfAsync(Ada, _team.App);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _team.DisposeAsync();
    }

    /// <summary>A page as Ada sees it, beside others in her one browser.</summary>
    internal async Task<WatchedPage> OpenAsync(string path)
    {
        var watched = await WatchedPage.BesideAsync(_browser);
        await watched.GoToAsync(path);
        return watched;
    }

    private async Task<Guid> LiveThroughAsync(string name, TeamPerson grace, TeamPerson rita, int seed)
    {
        var room = await _team.Get<Access>().ForWorkspaceAsync(Caller.OfProcess(grace.Person), Workspace, Right.Edit, Cancel);
        var model = await _team.Get<WorkspaceModels>().CreateAsync(room!, name, "", ["payments", $"team-{seed}"], Cancel);
        Component[] parts = [.. s_names.Select(part => Some.Component(part))];
        Flow[] flows = [.. parts.Zip(parts.Skip(1), Some.Flow)];
        await DoAsync(model, [.. parts.Select(Change.Add), .. flows.Select(Change.Add)]);
        Threat[] threats = [.. Enumerable.Range(0, 34).Select(at => Known(parts[at * seed % parts.Length], at, seed))];
        foreach (var batch in threats.Chunk(6)) await DoAsync(model, [.. batch.Select(Change.Add)]);
        Mitigation[] works = [.. Enumerable.Range(0, 9).Select(at => Planned(at, grace))];
        await DoAsync(model, [.. works.Select(Change.Add), .. works.Select((work, at) => Change.Add(Some.Link(work, threats[at * 2]) with { Effect = new(2, 1) }))]);
        foreach (var work in works.Take(3)) await DoAsync(model, Change.Of(work, work with { Status = MitigationStatus.Implemented }));
        await DoAsync(model, Change.Of(threats[33], threats[33] with { Treatment = new(TreatmentKind.NotApplicable, "It holds no such data.") }), Change.Add(Some.ReviewPlan() with { From = new(2026, 1, 15), Owner = Owner.Person(Ada.Person, Ada.Name) }));
        await DecideAsync(model, rita, threats);
        await AgeAsync(model.ModelId);
        return model.ModelId;
    }

    private async Task DecideAsync(ModelAccess grace, TeamPerson rita, Threat[] threats)
    {
        var reviewer = (await _team.Get<Access>().ForAsync(Caller.OfProcess(rita.Person), grace.ModelId, Right.Approve, Cancel))!;
        var today = await _team.Get<WorkspaceRules>().TodayAsync(grace, Cancel);
        foreach (var (threat, days) in new[] { (threats[1], 6), (threats[5], 90), (threats[7], 20) })
        {
            var id = Some.Id<Acceptance>();
            await TakeAsync(grace, new RequestAcceptance(id, threat.Id, new("Rebuilding it costs more than it saves.", "Watched by hand.", today.AddDays(days))));
            if (days != 20) await TakeAsync(reviewer, new DecideAcceptance(id, threat.Id, Approves: true));
        }

        await TakeAsync(grace, new OpenIteration(Some.Id<Iteration>(), new(IterationCause.Date, "Half a year has passed.", null)));
    }

    /// <summary>As if there had been a fortnight or so between any two entries.</summary>
    private Task AgeAsync(Guid model) => _team.ExecuteAsync(
        $"SET session_replication_role = replica; UPDATE journal_entry e SET at = now() - (l.last - e.number) * interval '15 days' FROM (SELECT max(number) AS last FROM journal_entry WHERE model_id = '{model}') l WHERE e.model_id = '{model}'; UPDATE iteration SET opened_at = now() - interval '75 days' WHERE model_id = '{model}'", Cancel);

    private static Threat Known(Component on, int at, int seed) => Some.Threat(ThreatSubject.Of(on), $"{s_dangers[at % s_dangers.Length]}, {on.Name}") with
    {
        Id = new(Guid.CreateVersion7(TimeProvider.System.GetUtcNow().AddDays(-7 * at))),
        Category = (Stride)(at % 6),
        Assessment = at % 5 == 4 ? null : new((at * seed % 5) + 1, (at % 5) + 1, "As seen in the workshop."),
        Owner = Owner.Nobody,
    };

    private Mitigation Planned(int at, TeamPerson grace) => Some.Mitigation($"Encrypt and sign, part {at + 1}") with
    {
        Status = at % 2 == 0 ? MitigationStatus.InProgress : MitigationStatus.Planned,
        Owner = at % 3 == 0 ? Owner.Nobody : at % 3 == 1 ? Owner.Person(grace.Person, grace.Name) : Owner.Person(Ada.Person, Ada.Name),
        Due = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date).AddDays((at * 9) - 50),
    };

    private Task DoAsync(ModelAccess model, params Change[] changes) => SendAsync(model, new Intent.Edit([.. changes], Setter.Person, changes[0].Kind is ChangeKind.Added ? "Workshop" : "Review"));

    private Task TakeAsync(ModelAccess model, Step step) => SendAsync(model, new Intent.Take(step));

    private async Task SendAsync(ModelAccess model, Intent intent) =>
        Assert.IsType<Outcome.Applied>(await _team.Get<ModelStore>().ApplyAsync(model, intent, OperationId.New(TimeProvider.System), Cancel));
}
