using System.Diagnostics;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Testing.Circuits;
using ThreatBoard.Testing.Running;

namespace ThreatBoard.Web.Tests.Account;

/// <summary>Two processes of the program on one database: what is taken from somebody outside of either reaches the tabs that both of them hold open.</summary>
[Trait("Matrix", "D4")]
public sealed class TwoProcessesTests : IAsyncLifetime
{
    /// <summary>Five times the five seconds that are aimed at.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(25);

    private readonly TeamApp _team = new();
    private RunningApp _other = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _team.StartAsync(Cancel);
        _other = await _team.StartAnotherAsync();
    }

    public ValueTask DisposeAsync() => _team.DisposeAsync();

    [Fact]
    public async Task Whatever_ends_a_persons_sessions_or_role_reaches_the_tabs_of_both_processes()
    {
        var owner = await _team.AddAsync("Owner", Role.Owner, Cancel);
        var room = (await _team.Get<Access>().ForWorkspaceAsync(Caller.OfProcess(owner.Person), _team.Workspace, Right.Administer, Cancel))!;
        var model = await _team.Get<WorkspaceModels>().CreateAsync(room, "Shop", "", [], Cancel);

        await RolesAsync(room, model.ModelId);
        await EndedAsync("disabled", person => _team.ExecuteAsync("UPDATE person SET disabled_at = now() WHERE id = $1", Cancel, person.Person));
        await EndedAsync("signed out everywhere", person => _team.Get<Data.Sessions>().EndAllAsync(person.Person, except: null, Cancel));
        await EndedAsync("a new password", async person =>
            Assert.Null(await _team.Get<Passwords>().ResetAsync(await _team.Get<Passwords>().IssueAsync(person.Email, "", Cancel), "quinces under the pier", "", Cancel)));
    }

    private async Task RolesAsync(WorkspaceAccess room, Guid model)
    {
        var person = await _team.AddAsync("Loses the role", Role.Editor, Cancel);
        var tabs = await OpenAsync(person, $"/models/{model}/threats");
        foreach (var tab in tabs) await tab.WaitAsync(Offers, "what an editor may do");
        Assert.Null(await _team.Get<Data.Members>().ChangeRoleAsync(room, person.Person, Role.Viewer, Cancel));
        await InTimeAsync("role", tabs.Select(tab => tab.WaitAsync(page => !Offers(page), "what a viewer may do")));
        Assert.Null(await _team.Get<Data.Members>().RemoveAsync(room, person.Person, Cancel));
        await InTimeAsync("membership", tabs.Select(tab => tab.WaitAsync(page => page.Text.Contains("no longer open to you", StringComparison.Ordinal), "that the model is no longer open")));
        await CloseAsync(tabs);
    }

    private async Task EndedAsync(string what, Func<TeamPerson, Task> end)
    {
        var person = await _team.AddAsync($"Was {what}", Role.Editor, Cancel);
        var tabs = await OpenAsync(person, "/models");
        foreach (var tab in tabs) await tab.WaitAsync(page => page.Text.Contains("Models", StringComparison.Ordinal), "the models");
        await end(person);
        await InTimeAsync(what, tabs.Select(LedToTheLoginAsync));
        foreach (var tab in tabs)
        {
            using var answer = await tab.Web.Http.GetAsync("/models", Cancel);
            Assert.StartsWith("/login", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
        }

        await CloseAsync(tabs);
    }

    /// <summary>A tab at each process, each in a browser of its own.</summary>
    private async Task<List<CircuitClient>> OpenAsync(TeamPerson person, string path)
    {
        var tabs = new List<CircuitClient>();
        foreach (var app in new[] { _team.App, _other })
        {
            var web = new BrowserHttp(app.Url);
            using var signedIn = await TeamApp.PostAsync(web.Http, "/login", "/login/password", new() { ["email"] = person.Email, ["password"] = TeamApp.Password }, Cancel);
            Assert.Equal("/", signedIn.Headers.Location?.ToString());
            tabs.Add(await CircuitClient.OpenAsync(web, path, Cancel));
        }

        return tabs;
    }

    private static async Task CloseAsync(List<CircuitClient> tabs)
    {
        foreach (var tab in tabs)
        {
            await tab.DisposeAsync();
            tab.Web.Dispose();
        }
    }

    private static async Task InTimeAsync(string what, IEnumerable<Task> seen)
    {
        var since = Stopwatch.StartNew();
        await Task.WhenAll(seen);
        Assert.True(since.Elapsed < s_limit, $"{what}: seen after {since.Elapsed.TotalSeconds:0.0} s");
        TestContext.Current.SendDiagnosticMessage($"{what}: seen at both processes after {since.Elapsed.TotalSeconds:0.0} s");
    }

    private static async Task LedToTheLoginAsync(CircuitClient tab)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var since = Stopwatch.StartNew();
        while (!tab.Scripts.Calls.Any(call => call.Name.EndsWith("navigateTo", StringComparison.Ordinal) && call.Arguments.ToString().Contains("/login", StringComparison.Ordinal)))
        {
            Assert.True(since.Elapsed < s_limit, "The tab still shows the page.");
            await timer.WaitForNextTickAsync(Cancel);
        }
    }

    private static bool Offers(PageTree page) => page.Elements("button").Any(button => button.InnerText.Contains("Write one", StringComparison.Ordinal));
}
