using System.Diagnostics;
using System.Net;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Testing.Circuits;

namespace ThreatBoard.Web.Tests.Account;

/// <summary>What ends a session ends it in every tab, in another process too, and the cookie with it.</summary>
[Trait("Matrix", "D4")]
public sealed class EndedEverywhereTests(TeamHost host) : IClassFixture<TeamHost>
{
    /// <summary>Five times the five seconds that are aimed at.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(25);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("signed out everywhere")]
    [InlineData("disabled")]
    [InlineData("a new password by a link")]
    public async Task Open_tabs_of_two_processes_are_led_to_the_login_and_their_cookies_are_dead(string what)
    {
        var (person, email) = await host.AddAsync("Leaver");
        await using var other = await host.AnotherAsync();
        using var here = await host.BrowserAsync(email);
        using var there = await other.BrowserAsync(email);
        await using var one = await OpenAsync(here, "/models");
        await using var two = await OpenAsync(here, "/account");
        await using var three = await OpenAsync(there, "/models");
        await EndAsync(what, person, email);
        var since = Stopwatch.StartNew();
        foreach (var web in new[] { here, there })
        {
            using var answer = await web.Http.GetAsync("/models", Cancel);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        foreach (var tab in new[] { one, two, three }) await LedToTheLoginAsync(tab, since);
    }

    [Fact]
    public async Task A_changed_password_leaves_only_the_browser_that_changed_it()
    {
        var (person, email) = await host.AddAsync("Changer");
        using var kept = await host.BrowserAsync(email);
        var mine = (await host.Get<Data.Sessions>().ListAsync(Caller.OfProcess(person), Cancel))[0].Id;
        await using var other = await host.AnotherAsync();
        using var gone = await other.BrowserAsync(email);
        await using var tab = await OpenAsync(gone, "/models");
        Assert.Null(await host.Get<Passwords>().ChangeAsync(Caller.InSession(person, mine), TeamHost.Password, "quinces under the pier", Cancel));
        await LedToTheLoginAsync(tab, Stopwatch.StartNew());
        using var answer = await kept.Http.GetAsync("/models", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<CircuitClient> OpenAsync(BrowserHttp web, string path)
    {
        var tab = await CircuitClient.OpenAsync(web, path, Cancel);
        await tab.WaitAsync(page => page.Text.Contains(path == "/models" ? "Models" : "Where you are logged in", StringComparison.Ordinal), "the page");
        return tab;
    }

    private static async Task LedToTheLoginAsync(CircuitClient tab, Stopwatch since)
    {
        while (!tab.Scripts.Calls.Any(call => call.Name.EndsWith("navigateTo", StringComparison.Ordinal) && call.Arguments.ToString().Contains("/login", StringComparison.Ordinal)))
        {
            Assert.True(since.Elapsed < s_limit, "The tab still shows the page.");
            using var nothing = await tab.Web.Http.GetAsync("/health/live", Cancel);
        }
    }

    private async Task EndAsync(string what, Guid person, string email)
    {
        if (what == "disabled")
        {
            await host.ExecuteAsync("UPDATE person SET disabled_at = now() WHERE id = $1", person);
            return;
        }

        if (what == "signed out everywhere") await host.Get<Data.Sessions>().EndAllAsync(person, except: null, Cancel);
        else Assert.Null(await host.Get<Passwords>().ResetAsync(await host.Get<Passwords>().IssueAsync(email, "", Cancel), "quinces under the pier", "", Cancel));
    }
}
