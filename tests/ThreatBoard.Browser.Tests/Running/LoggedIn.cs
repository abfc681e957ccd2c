using Microsoft.Playwright;
using ThreatBoard.Testing.Running;

namespace ThreatBoard.Browser.Tests.Running;

/// <summary>One ThreatBoard and one Chromium for the whole suite; every test gets a profile of its own that is logged in.</summary>
public sealed class LoggedIn : IAsyncLifetime
{
    private string _cookies = "";
    private IBrowserContext _browser = null!;

    public RunningApp App { get; } = new();

    public Chromium Chromium { get; } = new();

    public StoredModels Stored { get; private set; } = null!;

    /// <summary>Several people at a server installation, beside the one person of local mode.</summary>
    public Colleagues Colleagues { get; }

    public LoggedIn() => Colleagues = new(this);

    public async ValueTask InitializeAsync()
    {
        await App.StartAsync();
        Stored = new(App);
        await Chromium.InitializeAsync();
        await using var context = await Chromium.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await LogInAsync(page, App.FirstLink);
        _cookies = await context.StorageStateAsync();
        _browser = await Chromium.Browser.NewContextAsync(new() { BaseURL = App.Url.ToString(), StorageState = _cookies, ViewportSize = new() { Width = 1440, Height = 900 } });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await Chromium.DisposeAsync();
        await Colleagues.DisposeAsync();
        await App.DisposeAsync();
    }

    /// <summary>A page that fails its test on disposal when the browser complained about anything.</summary>
    public async Task<WatchedPage> OpenAsync(string path = "/", int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await WatchedPage.NewAsync(Chromium.Browser, new()
        {
            BaseURL = App.Url.ToString(),
            StorageState = _cookies,
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
        });
        await page.GoToAsync(path);
        return page;
    }

    /// <summary>As <see cref="OpenAsync"/>, beside others in one browser: for tests that only look.</summary>
    public async Task<WatchedPage> OpenToLookAsync(string path)
    {
        var watched = await WatchedPage.BesideAsync(_browser);
        await watched.GoToAsync(path);
        return watched;
    }

    public static async Task LogInAsync(IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.GetByRole(AriaRole.Button, new() { Name = "Log in" }).ClickAsync();
        await page.Locator(".tb-frame[data-ready]").WaitForAsync();
    }
}
