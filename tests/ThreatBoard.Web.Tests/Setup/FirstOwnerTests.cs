using System.Net;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Web.Tests.Hosting;

namespace ThreatBoard.Web.Tests.Setup;

public sealed class FirstOwnerTests(Server server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_set_up_link_makes_the_first_owner_once_and_no_link_is_given_out_after()
    {
        await using var host = await NewAsync();
        var (link, other) = (await host.LinkAsync(), await host.LinkAsync());
        using var browser = host.Browser();
        using var made = await browser.SetUpAsync(link, "Ada", "ada@example.org", ServerHost.Password, Cancel);
        Assert.Equal((HttpStatusCode.Redirect, "/"), (made.StatusCode, made.Headers.Location?.ToString()));
        using var home = await browser.Http.GetAsync("/", Cancel);
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);

        Assert.Null(await host.Get<SetupLinks>().IssueAsync(Cancel));
        foreach (var late in new[] { link, other })
            Assert.Contains("ThreatBoard is set up", await host.Browser().PageAsync(late, Cancel), StringComparison.Ordinal);
        var proven = await host.Get<PasswordSignIn>().TryAsync("ada@example.org", ServerHost.Password, "::1", Cancel);
        var access = host.Get<Access>();
        Assert.NotNull(await access.ForInstallationAsync(Caller.OfProcess(proven!.Person), Cancel));
        Assert.Single(await access.WorkspacesAsync(Caller.OfProcess(proven.Person), Right.Administer, Cancel));
        Assert.Null(await host.Get<SecurityAudit>().VerifyAsync(Cancel));
    }

    [Fact]
    public async Task Of_several_who_use_links_at_the_same_time_one_becomes_owner()
    {
        await using var host = await NewAsync();
        var one = await host.LinkAsync();
        string[] links = [one, one, await host.LinkAsync(), await host.LinkAsync()];
        var answers = await Task.WhenAll(links.Select(async (link, i) =>
        {
            using var browser = host.Browser();
            using var answer = await browser.SetUpAsync(link, $"Person {i}", $"person{i}@example.org", ServerHost.Password, Cancel);
            return answer.Headers.Location?.ToString();
        }));
        Assert.Single(answers, "/");
    }

    [Theory]
    [InlineData("", "ada@example.org", ServerHost.Password, "Give a name")]
    [InlineData("Ada", "nowhere", ServerHost.Password, "Give an e-mail address")]
    [InlineData("Ada", "ada@example.org", "short", "at least 12 characters")]
    [InlineData("Ada", "ada@example.org", "password1234", "tried first")]
    public async Task What_cannot_be_used_is_said_and_uses_nothing_up(string name, string email, string password, string problem)
    {
        await using var host = await NewAsync();
        var link = await host.LinkAsync();
        using var browser = host.Browser();
        using var refused = await browser.SetUpAsync(link, name, email, password, Cancel);
        var page = await refused.Content.ReadAsStringAsync(Cancel);
        Assert.Contains(problem, page, StringComparison.Ordinal);
        Assert.DoesNotContain(password, page, StringComparison.Ordinal);
        using var made = await browser.SetUpAsync(link, "Ada", "ada@example.org", ServerHost.Password, Cancel);
        Assert.Equal("/", made.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_made_up_link_opens_nothing_and_a_post_with_it_makes_nobody()
    {
        await using var host = await NewAsync();
        Assert.Contains("not known here", await host.Browser().PageAsync($"/setup?token={new string('0', 48)}", Cancel), StringComparison.Ordinal);
        var (person, problem) = await host.Get<FirstOwner>().MakeAsync(new('0', 48), new("Eve", "eve@example.org", ServerHost.Password), "::1", Cancel);
        Assert.Null(person);
        Assert.NotNull(problem);
        Assert.NotNull(await host.Get<SetupLinks>().IssueAsync(Cancel));
    }

    [Fact]
    public async Task A_server_knows_no_links_of_local_mode()
    {
        await using var host = await NewAsync();
        using var refused = await host.Browser().Http.PostAsync("/login/confirm", new FormUrlEncodedContent([new("token", "x")]), Cancel);
        Assert.NotEqual("/", refused.Headers.Location?.ToString());
        Assert.False(refused.Headers.Contains("Set-Cookie"));
    }

    private async Task<ServerHost> NewAsync() => await ServerHost.StartAsync(await server.CreateServerDatabaseAsync(Cancel));
}
