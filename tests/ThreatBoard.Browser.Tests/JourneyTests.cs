using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Running;

namespace ThreatBoard.Browser.Tests;

/// <summary>From the sample's first picture to the comparison of two revisions, as a person goes.</summary>
public sealed partial class JourneyTests(LoggedIn suite)
{
    private const string Why = "It is on the internet";
    private const string Remedy = "Put a web application firewall before it";
    private const string Said = "Agreed in the review of the shop";

    private static readonly LocatorAssertionsToBeVisibleOptions s_patient = new() { Timeout = 60_000 };

    private readonly List<string> _findings = [];

    [Fact]
    public async Task The_sample_is_drawn_triaged_published_hardened_and_compared()
    {
        await using var watched = await suite.OpenAsync("/");
        var page = watched.Page;
        await Assertions.Expect(page.Locator("main h1")).ToBeVisibleAsync();
        await LookForFindingsAsync(watched);

        var model = await TryTheSampleAsync(watched);
        var threat = await DecideAsync(watched, model);
        await PublishAsync(watched, model, "First look, before the hardening");
        await TakeTheHardenedVersionAsync(watched, model);
        await DecisionsAreThereAsync(watched, model, threat);
        await PublishAsync(watched, model, "After the hardening");
        await CompareAsync(watched, model);
        NoSeriousFindings();
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_with_file_and_line_and_nothing_is_lost()
    {
        await using var watched = await suite.OpenAsync("/import");
        var page = watched.Page;
        await page.GetByLabel("New model's name").FillAsync("Pasted");
        await page.GetByLabel("Source (a repository or service)").FillAsync("pasted");
        await page.GetByLabel("Cluster").FillAsync("test");
        // Over 32 KB, which no single message of the circuit may carry.
        var filler = new string('#', 40_000);
        await page.GetByLabel("Or paste them").FillAsync($"# {filler}\nkind: Namespace\napiVersion: v1\nmetadata: {{name: shop}}\n---\nkind: [Broken\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read, and show what would change" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Not read.").First).ToBeVisibleAsync(s_patient);
        await Assertions.Expect(page.GetByText(PastedPlace()).First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Or paste them")).ToHaveValueAsync(new Regex("kind: \\[Broken", RegexOptions.None, TimeSpan.FromSeconds(5)));
        await LookForFindingsAsync(watched);

        await page.GetByRole(AriaRole.Button, new() { NameRegex = GoOn() }).ClickAsync();
        await page.ArriveAtAsync("**/changes", 60_000);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = Take() })).ToBeVisibleAsync(s_patient);
        NoSeriousFindings();
    }

    private async Task<string> TryTheSampleAsync(WatchedPage watched)
    {
        await watched.GoToAsync("/import");
        await LookForFindingsAsync(watched);
        await watched.Page.GetByRole(AriaRole.Link, new() { Name = "Try the sample" }).ClickAsync();
        await watched.Page.ArriveAtAsync("**/diagram", 90_000);
        var model = ModelInAddress().Match(watched.Page.Url).Groups["id"].Value;
        await Assertions.Expect(watched.Page.Locator(".diagram-canvas canvas").First).ToBeVisibleAsync(s_patient);
        var components = await watched.Page.EvaluateAsync<int>("id => fetch(`/models/${id}/diagram/scene`).then(r => r.json()).then(s => s.components.length)", model);
        Assert.True(components >= 3, $"The diagram has {components} components.");
        await LookForFindingsAsync(watched);
        return model;
    }

    /// <returns>The address of the threat that was decided about.</returns>
    private async Task<string> DecideAsync(WatchedPage watched, string model)
    {
        var page = watched.Page;
        await watched.GoToAsync($"/models/{model}/threats");
        await page.Locator("table.threats tbody tr").Filter(new() { HasText = "storefront" }).First.ClickAsync(new() { Timeout = 60_000 });
        await page.ArriveAtAsync("**open=threat**");
        await page.GetByRole(AriaRole.Button, new() { Name = "Likelihood 5, impact 4" }).ClickAsync();
        await page.GetByPlaceholder("What makes it as likely").FillAsync(Why);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the assessment" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Withdraw the assessment" })).ToBeVisibleAsync(s_patient);
        await page.GetByRole(AriaRole.Group, new() { Name = "Treatment" }).GetByRole(AriaRole.Button, new() { Name = "Mitigate" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the treatment" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "New mitigation" }).ClickAsync();
        await page.GetByLabel("What is to be done").FillAsync(Remedy);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the mitigation" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel($"Status of {Remedy}")).ToBeVisibleAsync(s_patient);
        await page.GetByLabel("Write a comment").FillAsync(Said);
        await page.GetByRole(AriaRole.Button, new() { Name = "Comment", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText(Said)).ToBeVisibleAsync(s_patient);
        await LookForFindingsAsync(watched);
        return page.Url;
    }

    private async Task PublishAsync(WatchedPage watched, string model, string message)
    {
        await watched.GoToAsync($"/models/{model}/revisions?publish=true");
        await watched.Page.GetByLabel("What is it about?").FillAsync(message);
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await Assertions.Expect(watched.Page.GetByRole(AriaRole.Cell, new() { Name = message })).ToBeVisibleAsync(s_patient);
        await Assertions.Expect(watched.Page.GetByText("Verified")).ToBeVisibleAsync();
        await LookForFindingsAsync(watched);
    }

    private async Task TakeTheHardenedVersionAsync(WatchedPage watched, string model)
    {
        var page = watched.Page;
        await watched.GoToAsync($"/models/{model}/sources");
        await LookForFindingsAsync(watched);
        await page.GetByRole(AriaRole.Button, new() { Name = "Import the hardened version" }).ClickAsync();
        await page.ArriveAtAsync("**/changes", 60_000);
        await page.GetByRole(AriaRole.Button, new() { Name = "backend and backend-api are the same, renamed" }).ClickAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = NotTheSame() })).ToBeVisibleAsync(s_patient);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Take added boundary sessions" }).UncheckAsync();
        await Assertions.Expect(page.GetByText("1 refused").First).ToBeVisibleAsync(s_patient);
        await LookForFindingsAsync(watched);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Take() }).ClickAsync();
        await Assertions.Expect(page.GetByText("changes taken")).ToBeVisibleAsync(s_patient);
    }

    private async Task DecisionsAreThereAsync(WatchedPage watched, string model, string threat)
    {
        await watched.GoToAsync(new Uri(threat).PathAndQuery);
        await Assertions.Expect(watched.Page.GetByPlaceholder("What makes it as likely")).ToHaveValueAsync(Why, new() { Timeout = 60_000 });
        await Assertions.Expect(watched.Page.GetByText(Said)).ToBeVisibleAsync();
        await Assertions.Expect(watched.Page.GetByLabel($"Status of {Remedy}")).ToBeVisibleAsync();
        await watched.GoToAsync($"/models/{model}/mitigations");
        await Assertions.Expect(watched.Page.GetByText(Remedy).First).ToBeVisibleAsync(s_patient);
        await LookForFindingsAsync(watched);
    }

    private async Task CompareAsync(WatchedPage watched, string model)
    {
        var page = watched.Page;
        await watched.GoToAsync($"/models/{model}/revisions");
        await page.GetByRole(AriaRole.Link, new() { Name = "1 → 2" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Revision 1 → revision 2" })).ToBeVisibleAsync(s_patient);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "backend-api" }).First).ToBeVisibleAsync(s_patient);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "sessions", Exact = true })).ToHaveCountAsync(0);
        await LookForFindingsAsync(watched);
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page.Locator("li.at")).ToBeFocusedAsync();
        foreach (var view in new[] { "Diagram", "Risk", "Who, when, why" })
        {
            await page.Locator("nav.tabs").GetByRole(AriaRole.Link, new() { Name = view, Exact = true }).ClickAsync();
            await Assertions.Expect(page.Locator("nav.tabs a[aria-current]")).ToHaveTextAsync(view);
            await LookForFindingsAsync(watched);
        }
    }

    /// <summary>Collected, so that one walk tells all of them.</summary>
    private async Task LookForFindingsAsync(WatchedPage watched)
    {
        await Assertions.Expect(watched.Page.Locator(".tb-loading:visible")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        _findings.AddRange((await watched.SeriousFindingsAsync()).Select(finding => $"{new Uri(watched.Page.Url).AbsolutePath}: {finding}"));
    }

    private void NoSeriousFindings() => Assert.True(_findings.Count == 0, string.Join('\n', _findings.Distinct()));

    [GeneratedRegex("/models/(?<id>[0-9a-f-]{36})/", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ModelInAddress();

    [GeneratedRegex(@"^Take \d+ changes?$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Take();

    [GeneratedRegex("^They are not", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NotTheSame();

    [GeneratedRegex("^Go on with the", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex GoOn();

    [GeneratedRegex(@"pasted\.yaml:\d+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex PastedPlace();
}
