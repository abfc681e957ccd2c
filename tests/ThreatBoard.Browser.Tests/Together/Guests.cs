using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Running;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Embedded;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Testing.Circuits;
using ThreatBoard.Testing.Running;

namespace ThreatBoard.Browser.Tests.Together;

/// <summary>Other people in the workspace of a running ThreatBoard, each with a browser of their own.</summary>
internal sealed class Guests : IAsyncDisposable
{
    private readonly EmbeddedPostgres _server;
    private readonly ServiceProvider _services;

    private Guests(EmbeddedPostgres server)
    {
        _server = server;
        var services = new ServiceCollection().AddLogging().AddThreatBoardData(server.ConnectionString);
        services.AddDataProtection().SetApplicationName("ThreatBoard");
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        _services = services.BuildServiceProvider();
    }

    /// <summary>The owner's connection string to the database.</summary>
    public string Connection => _server.ConnectionString;

    /// <param name="app">The one that started the server of the database.</param>
    public static async Task<Guests> OfAsync(RunningApp app) =>
        new(await EmbeddedPostgres.JoinOrStartAsync(new() { DataFolder = app.DataFolder }, CancellationToken.None));

    /// <summary>Another process on the same database.</summary>
    public async Task<RunningApp> StartAnotherAsync()
    {
        var another = new RunningApp { Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["ConnectionStrings__ThreatBoard"] = Connection } };
        await another.StartAsync();
        return another;
    }

    /// <summary>Opens a page as a new person.</summary>
    /// <param name="app">A process on the same database.</param>
    public async Task<WatchedPage> OpenAsync(IBrowser browser, RunningApp app, string name, string path, BrowserNewContextOptions? window = null)
    {
        var people = new SeatedPeople(_services);
        var workspaces = await _services.GetRequiredService<Access>().WorkspacesAsync(Caller.OfProcess(Database.LocalPerson), Right.Read, CancellationToken.None);
        var cookie = await people.SignInAsync(await people.AddAsync(workspaces[0].WorkspaceId, name, Role.Editor, CancellationToken.None), CancellationToken.None);
        var watched = await WatchedPage.NewAsync(browser, new(window ?? new() { ViewportSize = new() { Width = 1440, Height = 900 } }) { BaseURL = app.Url.ToString() });
        await watched.Page.Context.AddCookiesAsync([new() { Name = $"threatboard-person-{app.Url.Port}", Value = cookie.Value, Url = app.Url.ToString() }]);
        await watched.GoToAsync(path);
        return watched;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }
}
