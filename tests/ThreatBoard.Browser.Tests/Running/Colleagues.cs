using Microsoft.Playwright;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Testing.Running;

namespace ThreatBoard.Browser.Tests.Running;

/// <summary>One server installation for all tests in which several people work, started by the first that asks for it.</summary>
public sealed class Colleagues(LoggedIn suite) : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1);
    private TeamApp? _team;

    /// <summary>What it keeps; null until somebody asked for it.</summary>
    public StoredModels? Stored { get; private set; }

    public async Task<TeamApp> TeamAsync()
    {
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_team is null)
            {
                var team = new TeamApp();
                await team.StartAsync(TestContext.Current.CancellationToken);
                (_team, Stored) = (team, new(team.App));
            }

            return _team;
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>Somebody new, a member of the workspace (the team's first, where none is given).</summary>
    public async Task<TeamPerson> AddAsync(string name, Role role, Guid? workspace = null) =>
        await (await TeamAsync()).AddAsync(name, role, TestContext.Current.CancellationToken, workspace);

    /// <summary>Makes a model with one component.</summary>
    /// <returns>The address at which the component is open.</returns>
    public async Task<string> WithComponentAsync(TeamPerson editor, string model, string component)
    {
        var (team, cancel) = (await TeamAsync(), TestContext.Current.CancellationToken);
        var workspace = await team.Get<Access>().ForWorkspaceAsync(Caller.OfProcess(editor.Person), team.Workspace, Right.Edit, cancel);
        var made = await team.Get<WorkspaceModels>().CreateAsync(workspace!, model, "", [], cancel);
        var drawn = Some.Component(component);
        Assert.IsType<Outcome.Applied>(await team.Get<ModelStore>().ApplyAsync(made, new Intent.Edit([Change.Add(drawn)], Setter.Person), OperationId.New(TimeProvider.System), cancel));
        return $"/models/{made.ModelId}/inventory?open={EntityRef.To(drawn)}";
    }

    /// <summary>A browser of its own in which somebody has signed in by the form; fails its test on disposal when it complained about anything.</summary>
    public async Task<WatchedPage> SignInAsync(TeamPerson member, string path = "/", RunningApp? at = null, int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        var watched = await NobodyAsync(at, width, height, scheme);
        await watched.Page.GotoAsync($"/login?returnUrl={Uri.EscapeDataString(path)}");
        await SignInAsync(watched.Page, member);
        await watched.Page.Locator(".tb-frame[data-ready]").WaitForAsync();
        return watched;
    }

    /// <summary>A browser for many pages of somebody who has signed in by the form; whoever asked disposes it.</summary>
    public async Task<IBrowserContext> BrowserOfAsync(TeamPerson member, RunningApp? at = null)
    {
        var context = await suite.Chromium.Browser.NewContextAsync(new() { BaseURL = (at ?? (await TeamAsync()).App).Url.ToString(), ViewportSize = new() { Width = 1440, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/login");
        await SignInAsync(page, member);
        await page.Locator(".tb-frame[data-ready]").WaitForAsync();
        await page.CloseAsync();
        return context;
    }

    /// <summary>A browser of its own, signed in as nobody.</summary>
    public async Task<WatchedPage> NobodyAsync(RunningApp? at = null, int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light) =>
        await WatchedPage.NewAsync(suite.Chromium.Browser, new()
        {
            BaseURL = (at ?? (await TeamAsync()).App).Url.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
        });

    /// <summary>Fills in the form of the login page, and sends it.</summary>
    public static async Task SignInAsync(IPage page, TeamPerson member, string password = TeamApp.Password)
    {
        await page.GetByLabel("E-mail address").FillAsync(member.Email);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Log in", Exact = true }).ClickAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_team is not null) await _team.DisposeAsync();
        _starting.Dispose();
    }
}
