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

    /// <summary>Stores a content and publishes it, each revision but the first with one of a hundred components and threats changed.</summary>
    public async Task<Guid> PublishAsync(ModelContent content, int revisions)
    {
        var model = await _database!.NewModelAsync();
        await _database.FillAsync(model, content);
        for (var number = 1; number <= revisions; number++)
        {
            var changed = number == 1 ? content : content
                .With(content.All<Component>().Where((_, i) => i % 100 == number).Select(part => part with { Technology = $"newer {number}" }).ToList())
                .With(content.All<Threat>().Where((_, i) => i % 100 == number).Select(threat => threat with { Assessment = new(2, 3, "looked at") }).ToList());
            if (number > 1) await _database.ApplyAsync(model, Comparison.Between(content, changed), Setter.Person);
            content = changed;
            await _database.Get<ModelStore>().ApplyAsync(model, new Intent.Publish($"Revision {number}"), OperationId.New(TimeProvider.System), CancellationToken.None);
        }

        return model.ModelId;
    }

    /// <summary>Milliseconds from the click on a link to a comparison until its first change, or its first list, is seen.</summary>
    public async Task<double> CompareAsync(Guid model, string range, string tab)
    {
        await _page!.GotoAsync("/rules");
        await _page.Locator("[data-ready]").WaitForAsync();
        await _page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await _page.EvaluateAsync("address => { const link = document.createElement('a'); link.id = 'compare'; link.href = address; link.textContent = 'compare'; document.querySelector('main').prepend(link); }", $"/models/{model}/revisions/{range}{tab}");
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        await _page.Locator("#compare").ClickAsync();
        await _page.Locator(tab.Length == 0 ? "li.entity" : "svg.moves").First.WaitForAsync();
        return System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>How many changes the browser holds of the comparison that is open.</summary>
    public Task<int> LinesAsync() => _page!.Locator("li.entity").CountAsync();

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_database is not null) await _database.DisposeAsync();
        await _app.DisposeAsync();
    }
}
