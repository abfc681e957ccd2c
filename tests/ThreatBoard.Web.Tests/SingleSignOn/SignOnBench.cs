using System.Net;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Testing.Circuits;
using ThreatBoard.Web.Hosting.SingleSignOn;
using ThreatBoard.Web.Tests.Hosting;

namespace ThreatBoard.Web.Tests.SingleSignOn;

/// <summary>A server with a provider, its first owner, and browsers that go through the steps one at a time, so that a test can alter each.</summary>
public sealed class SignOnBench : IAsyncDisposable
{
    private readonly HttpClient _atProvider = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private SignOnBench(TestProvider provider, ServerHost host) => (Provider, Host) = (provider, host);

    public TestProvider Provider { get; }

    public ServerHost Host { get; }

    public static async Task<SignOnBench> StartAsync(Server server)
    {
        var provider = await TestProvider.StartAsync();
        const string Section = SingleSignOnSettings.Section;
        var host = await ServerHost.StartAsync(
            await server.CreateServerDatabaseAsync(Cancel),
            ($"{Section}:Issuer", provider.Issuer), ($"{Section}:ClientId", TestProvider.Client), ($"{Section}:ClientSecret", TestProvider.Secret), ($"{Section}:SecondFactor", "mfa"),
            ($"{Section}:Groups:0:Group", "makers"), ($"{Section}:Groups:0:Workspace", "Workspace"), ($"{Section}:Groups:0:Role", "Editor"),
            ($"{Section}:Groups:1:Group", "heads"), ($"{Section}:Groups:1:Workspace", "Workspace"), ($"{Section}:Groups:1:Role", "Owner"));
        var bench = new SignOnBench(provider, host);
        using var owner = await host.OwnedAsync();
        return bench;
    }

    /// <summary>Goes to the provider.</summary>
    /// <returns>The address to which the provider sends the browser back.</returns>
    public async Task<Uri> AskAsync(BrowserHttp browser, string returnUrl = "/models")
    {
        using var begun = await browser.Http.GetAsync($"/login/single-sign-on?returnUrl={Uri.EscapeDataString(returnUrl)}", Cancel);
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        using var named = await _atProvider.GetAsync(begun.Headers.Location, Cancel);
        Assert.Equal(HttpStatusCode.Redirect, named.StatusCode);
        return named.Headers.Location!;
    }

    /// <returns>What the browser gets back: a page that goes on, or a redirect to the one that says why not.</returns>
    public async Task<(HttpStatusCode Status, string Where)> ReturnAsync(BrowserHttp browser, Uri answer)
    {
        Assert.Equal(Host.Url.Authority, answer.Authority);
        using var response = await browser.Http.GetAsync(answer, Cancel);
        return (response.StatusCode, response.Headers.Location?.ToString() ?? await response.Content.ReadAsStringAsync(Cancel));
    }

    public async Task<(HttpStatusCode Status, string Where)> SignInAsync(BrowserHttp browser) => await ReturnAsync(browser, await AskAsync(browser));

    public async Task<bool> IsSignedInAsync(BrowserHttp browser)
    {
        using var home = await browser.Http.GetAsync(Host.Url, Cancel);
        return home.StatusCode is HttpStatusCode.OK;
    }

    /// <summary>Roles by person's name.</summary>
    public async Task<IReadOnlyDictionary<string, Role>> MembersAsync()
    {
        await using var db = Host.Get<IDbContextFactory<ThreatBoardDb>>().CreateDbContext();
        var found = await db.Database.SqlQuery<Row>($"SELECT p.name AS \"Name\", m.role AS \"Role\" FROM membership m JOIN person p ON p.id = m.person_id").ToListAsync(Cancel);
        return found.ToDictionary(row => row.Name, row => Enum.Parse<Role>(row.Role), StringComparer.Ordinal);
    }

    /// <summary>Details of the audit's lines of one kind.</summary>
    public async Task<IReadOnlyList<string>> AuditAsync(string kind)
    {
        await using var db = Host.Get<IDbContextFactory<ThreatBoardDb>>().CreateDbContext();
        return await db.Database.SqlQuery<string>($"SELECT detail AS \"Value\" FROM security_audit WHERE kind = {kind} ORDER BY number").ToListAsync(Cancel);
    }

    public async Task<int> SessionsWithSecondFactorAsync()
    {
        await using var db = Host.Get<IDbContextFactory<ThreatBoardDb>>().CreateDbContext();
        return await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM session WHERE second_factor").SingleAsync(Cancel);
    }

    public async Task ExecuteAsync(FormattableString sql)
    {
        await using var db = Host.Get<IDbContextFactory<ThreatBoardDb>>().CreateDbContext();
        await db.Database.ExecuteSqlAsync(sql, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Provider.DisposeAsync();
        _atProvider.Dispose();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private sealed record Row(string Name, string Role);
}
