using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Running;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Testing.Running;
using Colleague = ThreatBoard.Browser.Tests.Together.Colleague;

namespace ThreatBoard.Browser.Tests.Pages;

/// <summary>A workspace in which several people have worked for a while, seen by its owner, who looks after the installation as well.</summary>
public sealed class TeamSample(LoggedIn suite) : IAsyncLifetime
{
    private IBrowserContext _browser = null!;

    public TeamPerson Ada { get; private set; } = null!;

    public TeamPerson Barbara { get; private set; } = null!;

    public Guid Workspace { get; private set; }

    public string Model { get; private set; } = "";

    /// <summary>A component with comments, as <c>component:guid</c>.</summary>
    public string Component { get; private set; } = "";

    /// <summary>The text of an invitation that nobody took yet.</summary>
    public string Invitation { get; private set; } = "";

    /// <summary>The text of a link to a new password.</summary>
    public string Reset { get; private set; } = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var team = await suite.Colleagues.TeamAsync();
        Workspace = await team.NewWorkspaceAsync("Shop platform", Cancel);
        Ada = await JoinAsync("Ada Lovelace", Role.Owner);
        Barbara = await JoinAsync("Barbara Liskov", Role.Reviewer);
        var visitor = await JoinAsync("Konstantina Papadopoulou-Featherstonehaugh", Role.Viewer);
        var gone = await JoinAsync("Dan Brown", Role.Editor);
        await team.ExecuteAsync("UPDATE person SET is_administrator = true WHERE id = $1", Cancel, Ada.Person);
        await team.ExecuteAsync("UPDATE person SET disabled_at = now() WHERE id = $1", Cancel, gone.Person);
        await FurnishAsync(team, visitor);
        _browser = await suite.Colleagues.BrowserOfAsync(Ada);
        await using var watched = await OpenAsync("/import");
        await ImportAsync(watched.Page);
        await DiscussAsync(team);
        await team.SignInAsync(Ada, Cancel);
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    /// <summary>A page as Ada sees it, beside others in her one browser.</summary>
    internal async Task<WatchedPage> OpenAsync(string path)
    {
        var watched = await WatchedPage.BesideAsync(_browser);
        await watched.GoToAsync(Filled(path));
        return watched;
    }

    internal string Filled(string address) => address
        .Replace("{id}", Model, StringComparison.Ordinal)
        .Replace("{workspace}", Workspace.ToString(), StringComparison.Ordinal)
        .Replace("{component}", Component, StringComparison.Ordinal)
        .Replace("{invitation}", Uri.EscapeDataString(Invitation), StringComparison.Ordinal)
        .Replace("{reset}", Uri.EscapeDataString(Reset), StringComparison.Ordinal);

    /// <summary>Somebody new in the workspace.</summary>
    internal Task<TeamPerson> JoinAsync(string name, Role role) => suite.Colleagues.AddAsync(name, role, Workspace);

    private async Task FurnishAsync(TeamApp team, TeamPerson visitor)
    {
        var room = (await team.Get<Access>().ForWorkspaceAsync(Caller.OfProcess(Ada.Person), Workspace, Right.Administer, Cancel))!;
        foreach (var name in new[] { "Payments", "Platform and everything below it" }) Assert.Null(await team.Get<Teams>().CreateAsync(room, name, Cancel));
        var payments = (await team.Get<WorkspaceDirectory>().TeamsAsync(room, Cancel)).Single(made => made.Name == "Payments");
        foreach (var person in new[] { Ada, Barbara, visitor }) Assert.Null(await team.Get<Teams>().AddMemberAsync(room, payments.Id, person.Person, Cancel));
        Assert.Null((await team.Get<Invitations>().MakeAsync(room, Role.Reviewer, "margaret.hamilton@example.org", Cancel)).Problem);
        Invitation = (await team.Get<Invitations>().MakeAsync(room, Role.Editor, null, Cancel)).Token!;
        Assert.Null(await team.Get<Members>().ChangeRoleAsync(room, visitor.Person, Role.Viewer, Cancel));
        var installation = (await team.Get<Access>().ForInstallationAsync(Caller.OfProcess(Ada.Person), Cancel))!;
        Reset = (await team.Get<Passwords>().IssueAsync(installation, Barbara.Person, Cancel))!;
        await team.Get<AccessTokens>().CreateAsync(room, "Deployment pipeline", [TokenScope.WriteImports], TimeSpan.FromDays(90), Cancel);
    }

    private async Task ImportAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Try the sample" }).First.ClickAsync();
        await page.ArriveAtAsync("**/diagram", 90_000);
        Model = new Uri(page.Url).Segments[2].Trim('/');
        Component = "component:" + await page.EvaluateAsync<string>("id => fetch(`/models/${id}/diagram/scene`).then(r => r.json()).then(s => s.components[0].id)", Model);
    }

    private async Task DiscussAsync(TeamApp team)
    {
        var on = new EntityRef("component", Guid.Parse(Component.Split(':')[1]));
        await using var grace = await Colleague.JoinAsync(team.App, Model, "Grace Hopper");
        await using var linus = await Colleague.JoinAsync(team.App, Model, "Linus Pauling");
        await grace.DoAsync(Change.Add(new Comment { Id = Some.Id<Comment>(), On = on, Text = "Who **patches** this one? See the `Deployment` in the manifests." }));
        await linus.DoAsync(Change.Add(new Comment { Id = Some.Id<Comment>(), On = on, Text = $"@[Ada Lovelace](person:{Ada.Person}) does, I think:\n\n- every month\n- and when something is *urgent*" }));
        await grace.DoAsync(Change.Add(Some.Threat(title: "Orders can be read on the way to the warehouse") with { Owner = Owner.Person(Ada.Person, Ada.Name), Due = new(2030, 1, 31) }));
        foreach (var (kind, title, by, due) in new[] { ("ChangeSet", "shop-manifests", "Grace Hopper", (DateOnly?)null), ("Due", "Rotate the keys", "", new(2026, 1, 2)), ("Overdue", "Agree on a name for the queue", "", new(2025, 1, 2)) })
            await NoticeAsync(team, kind, title, by, due);
    }

    private Task NoticeAsync(TeamApp team, string kind, string title, string by, DateOnly? due) => team.ExecuteAsync("""
        INSERT INTO notice (id, person_id, model_id, kind, key, subject_kind, subject_id, title, "by", words, due, at, read_at)
        VALUES ($1, $2, $3, $4, $5, 'model', $3, $6, $7, '', $8, now() - interval '1 day', CASE WHEN $4 = 'Due' THEN now() END)
        """, Cancel, Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), Ada.Person, Guid.Parse(Model), kind, $"sample {kind}", title, by, (object?)due ?? DBNull.Value);
}
