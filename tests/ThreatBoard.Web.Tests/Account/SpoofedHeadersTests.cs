using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Testing.Running;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Tests.Hosting;

namespace ThreatBoard.Web.Tests.Account;

/// <summary>What a request says of its host and its way is believed of nobody but the configured proxies.</summary>
[Trait("Matrix", "D25")]
public sealed class SpoofedHeadersTests(TeamHost host, RunningHost local) : IClassFixture<TeamHost>, IClassFixture<RunningHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/forgot")]
    [InlineData("/reset?token=0")]
    [InlineData("/join?token=0")]
    [InlineData("/login")]
    public async Task A_foreign_host_gets_no_page(string path)
    {
        using var client = host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = "evil.example";
        using var answer = await client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_forwarded_host_changes_nothing()
    {
        using var client = host.Client();
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
        client.DefaultRequestHeaders.Add("Forwarded", "host=evil.example");
        Assert.DoesNotContain("evil.example", await client.GetStringAsync("/login", Cancel), StringComparison.Ordinal);
        using var refused = await TeamHost.SignInAsync(client, "nobody@example.org");
        Assert.Equal("/login?problem=refused", refused.Headers.Location?.ToString());
    }

    [Fact]
    public void Links_begin_with_the_configured_address() =>
        Assert.Equal("http://models.example.org/reset?token=1", host.Get<OwnAddress>().LinkTo("/reset?token=1").ToString());

    [Fact]
    public async Task The_word_of_a_configured_proxy_counts_for_where_a_session_came_from()
    {
        var (person, email) = await host.AddAsync("Behind");
        using var client = host.Client("203.0.113.9");
        using var signedIn = await TeamHost.SignInAsync(client, email);
        Assert.Equal("203.0.113.9", Assert.Single(await host.Get<Data.Sessions>().ListAsync(Caller.OfProcess(person), Cancel)).Address);
    }

    [Fact]
    public async Task Without_a_configured_proxy_nobodys_word_counts()
    {
        using var client = local.Client();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        var token = local.Links.Issue();
        using var signedIn = await TeamApp.PostAsync(client, $"/login?token={token}", "/login/confirm", new() { ["token"] = token }, Cancel);
        Assert.Equal("/", signedIn.Headers.Location?.ToString());
        Assert.DoesNotContain("203.0.113.9", await client.GetStringAsync("/account", Cancel), StringComparison.Ordinal);
        Assert.All(await local.Get<Data.Sessions>().ListAsync(Caller.OfProcess(Data.Database.LocalPerson), Cancel), session => Assert.Equal("127.0.0.1", session.Address));
    }
}
