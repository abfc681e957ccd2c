using Microsoft.Playwright;
using ThreatBoard.Data;
using ThreatBoard.Data.Live;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing.Running;

namespace ThreatBoard.Benchmarks;

/// <summary>The published build with its own PostgreSQL, and a Chromium of 1600×1000 that is logged in to it.</summary>
public sealed class BenchBrowser : IAsyncDisposable
{
    private readonly RunningApp _app = new();
    private BenchDatabase? _database;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private IPage? _page;

    public async Task StartAsync()
    {
        await _app.StartAsync();
        _database = await BenchDatabase.JoinAsync(_app.DataFolder);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = InstalledChromium.Path, Args = InstalledChromium.Arguments });
        _page = await _browser.NewPageAsync(new() { BaseURL = _app.Url.ToString(), ViewportSize = new() { Width = 1_600, Height = 1_000 } });
        await _page.AddInitScriptAsync(Probe.Script);
        await _page.GotoAsync(_app.FirstLink);
        await _page.GetByRole(AriaRole.Button, new() { Name = "Log in" }).ClickAsync();
        await _page.Locator("[data-ready]").WaitForAsync();
    }

    /// <summary>Stores a generated model of N components with their places.</summary>
    public async Task<DrawnDiagram> DrawAsync(int components)
    {
        if (_database is null || _page is null) throw new InvalidOperationException("Start it first.");
        var model = await _database.NewModelAsync();
        var empty = (await _database.Get<LiveModels>().ReadAsync(model, CancellationToken.None)).Content;
        var drawing = empty.All<Diagram>().First(diagram => diagram.Grouping is Grouping.Tenancy);
        var content = GeneratedModel.Of(components, components * 2);
        await _database.FillAsync(model, content);
        await _database.ApplyAsync(model, [.. GeneratedPlaces.Of(content, drawing.Id).Select(Change.Add)], Setter.Anyone);
        return new(_page, model.ModelId);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_database is not null) await _database.DisposeAsync();
        await _app.DisposeAsync();
    }
}
