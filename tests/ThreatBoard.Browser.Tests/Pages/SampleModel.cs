using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Running;

namespace ThreatBoard.Browser.Tests.Pages;

/// <summary>The sample as a person leaves it after a first round: imported, published, hardened, published again.</summary>
public sealed partial class SampleModel(LoggedIn suite) : IAsyncLifetime
{
    private static readonly LocatorAssertionsToBeVisibleOptions s_patient = new() { Timeout = 90_000 };

    public string Id { get; private set; } = "";

    /// <summary>A threat to open, as <c>threat:guid</c>.</summary>
    public string Threat { get; private set; } = "";

    /// <summary>A component to open, as <c>component:guid</c>.</summary>
    public string Component { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await using var watched = await suite.OpenAsync("/import");
        var page = watched.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Try the sample" }).First.ClickAsync();
        await page.ArriveAtAsync("**/diagram", 90_000);
        Id = ModelId().Match(page.Url).Value;
        await PublishAsync(watched, "First look at the shop");
        await watched.GoToAsync($"/models/{Id}/sources");
        await page.GetByRole(AriaRole.Button, new() { Name = "Import the hardened version" }).ClickAsync();
        await page.ArriveAtAsync("**/changes", 90_000);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Take() }).ClickAsync(new() { Timeout = 90_000 });
        await Assertions.Expect(page.GetByText("changes taken")).ToBeVisibleAsync(s_patient);
        await PublishAsync(watched, "After the hardening");
        // After the second import: the hardened shop has other components.
        Component = "component:" + await page.EvaluateAsync<string>(
            "id => fetch(`/models/${id}/diagram/scene`).then(r => r.json()).then(s => s.components[0].id)", Id);
        await watched.GoToAsync($"/models/{Id}/threats");
        await page.Locator("table.threats tbody tr:not([aria-hidden])").First.ClickAsync(new() { Timeout = 90_000 });
        await page.ArriveAtAsync("**open=threat**");
        Threat = Uri.UnescapeDataString(OpenThreat().Match(page.Url).Groups["open"].Value);
        await watched.GoToAsync($"/models/{Id}/iterations?begin=true");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the iteration" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Iteration 1" })).ToBeVisibleAsync(s_patient);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task PublishAsync(WatchedPage watched, string message)
    {
        await watched.GoToAsync($"/models/{Id}/revisions?publish=true");
        await watched.Page.GetByLabel("What is it about?").FillAsync(message);
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await Assertions.Expect(watched.Page.GetByRole(AriaRole.Cell, new() { Name = message })).ToBeVisibleAsync(s_patient);
    }

    [GeneratedRegex("(?<=/models/)[0-9a-f-]{36}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ModelId();

    [GeneratedRegex("open=(?<open>[^&]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OpenThreat();

    [GeneratedRegex("^Take ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Take();
}
