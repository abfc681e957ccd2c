using System.Diagnostics;
using Microsoft.Playwright;

namespace ThreatBoard.Benchmarks;

/// <summary>The diagram of one model in the browser, as a hand uses it. Times are milliseconds.</summary>
public sealed class DrawnDiagram(IPage page, Guid model)
{
    private const string Said = "document.querySelector('.diagram-said')?.textContent.trim()";
    private const string NameInPanel = "document.querySelector('#details .head .tb-edit-value')?.textContent.trim()";

    private static readonly TimeSpan s_panning = TimeSpan.FromSeconds(2);

    /// <summary>From the click on the rail of the model's board, in a circuit that is there already.</summary>
    public async Task<double> OpenByClickAsync()
    {
        await page.GotoAsync($"/models/{model}");
        await page.Locator("[data-ready]").WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return await Probe.UntilShownAsync(page, "click", "probe.painted()", () => page.Locator(".tb-rail a[href$='/diagram']").ClickAsync());
    }

    /// <summary>From the start of the navigation, scripts in the browser's cache.</summary>
    public async Task<double> NavigateAsync()
    {
        await page.GotoAsync($"/models/{model}/diagram", new() { WaitUntil = WaitUntilState.Commit });
        return await page.EvaluateAsync<double>("() => probe.shown(probe.painted)");
    }

    /// <summary>Opens the diagram by an address in which a component is selected.</summary>
    public async Task OpenSelectedAsync()
    {
        await NavigateAsync();
        await page.EvaluateAsync<string>("scene => probe.choose(scene, 0)", $"/models/{model}/diagram/scene");
        var id = await page.EvaluateAsync<string>("() => probe.part.id()");
        await page.GotoAsync($"/models/{model}/diagram?open=component:{id}", new() { WaitUntil = WaitUntilState.Commit });
        await page.EvaluateAsync<double>("() => probe.shown(probe.painted)");
    }

    public Task<int> ElementsAsync() => page.EvaluateAsync<int>("() => probe.graph().elements().length");

    /// <summary>Drags the background with the whole graph in view.</summary>
    /// <returns>The frames.</returns>
    public async Task<IReadOnlyList<double>> PanAsync()
    {
        await FitAsync();
        var box = (await page.Locator(".diagram-canvas").BoundingBoxAsync())!;
        var (x, y) = (box.X + 8, box.Y + 8);
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.EvaluateAsync("() => probe.record()");
        var start = Stopwatch.GetTimestamp();
        for (var i = 1; Stopwatch.GetElapsedTime(start) < s_panning; i++) await page.Mouse.MoveAsync(x + (i * 5 % 400), y + (i * 3 % 200));
        var frames = await page.EvaluateAsync<double[]>("() => probe.frames()");
        await page.Mouse.UpAsync();
        return frames;
    }

    /// <summary>From the press on a component until it is marked and the panel shows it.</summary>
    /// <param name="which">Counts the components as they come in the scene.</param>
    public async Task<double> SelectAsync(int which)
    {
        await FitAsync();
        var name = await page.EvaluateAsync<string>("([scene, which]) => probe.choose(scene, which)", new object[] { $"/models/{model}/diagram/scene", which });
        // With thousands in view a component is a pixel or two: nobody hits it without going nearer.
        await page.EvaluateAsync("() => { const graph = probe.graph(); if (graph.zoom() < 0.25) { graph.zoom(0.5); graph.center(probe.part); } }");
        await page.EvaluateAsync("() => probe.drawn()");
        var at = await page.EvaluateAsync<float[]>("() => probe.middle()");
        return await Probe.UntilShownAsync(page, "mousedown", $"probe.part.selected() && {NameInPanel} === '{name}'", () => page.Mouse.ClickAsync(at[0], at[1]));
    }

    /// <summary>From the click on <em>Process</em> until it is stored, drawn and asks for its name.</summary>
    public async Task<double> AddAsync()
    {
        await Button("Add").ClickAsync();
        var took = await Probe.UntilShownAsync(page, "click", "document.querySelector('.diagram-rename')", () => Button("Process").ClickAsync());
        await page.Keyboard.PressAsync("Escape");
        return took;
    }

    /// <summary>From the Enter that ends typing until the page says that the name is stored; what is renamed is selected.</summary>
    public async Task<double> RenameAsync(string name)
    {
        await page.Locator(".diagram-canvas").FocusAsync();
        await page.Keyboard.PressAsync("F2");
        await page.Locator(".diagram-rename").FillAsync(name);
        return await Probe.UntilHeardAsync(page, "keydown", $"{Said} === 'Renamed to “{name}”.'", () => page.Keyboard.PressAsync("Enter"));
    }

    /// <summary>By the key, which asks no server: the next click is where the eye saw it.</summary>
    private async Task FitAsync()
    {
        await page.Locator(".diagram-canvas").FocusAsync();
        await page.Keyboard.PressAsync("Shift+Digit1");
        await page.EvaluateAsync("() => probe.drawn()");
    }

    private ILocator Button(string name) => page.Locator(".diagram-toolbar").GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
