using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Pages;
using ThreatBoard.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests;

/// <summary>Two revisions of the sample on every tab, what changed since the newest one, and one component brought back.</summary>
public sealed class ComparisonTests(LoggedIn suite, SampleModel sample) : IClassFixture<SampleModel>
{
    private static readonly LocatorAssertionsToBeVisibleOptions s_patient = new() { Timeout = 60_000 };

    [Fact]
    public async Task Ticks_filters_and_the_change_one_stands_at_survive_a_new_page()
    {
        await using var watched = await suite.OpenAsync($"/models/{sample.Id}/revisions/1..2");
        var page = watched.Page;
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Viewed: backend", Exact = true }).First.CheckAsync();
        await Expect(page.GetByText(Pattern("^1 of [0-9]+ viewed$"))).ToBeVisibleAsync(s_patient);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = Pattern("^Components ") }).ClickAsync();
        await Expect(page.Locator("h2").GetByText("Flows", new() { Exact = true })).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("n");
        await Expect(page.Locator("li.at")).ToBeFocusedAsync();
        await Expect(page).ToHaveURLAsync(Pattern("kind=component.*at=component|at=component.*kind=component"));
        var stood = await page.Locator("li.at h3").InnerTextAsync();

        await watched.GoToAsync(new Uri(page.Url).PathAndQuery);

        await Expect(page.Locator("li.at h3")).ToHaveTextAsync(stood.ReplaceLineEndings(""), new() { UseInnerText = false, IgnoreCase = true, Timeout = 60_000 });
        await watched.GoToAsync($"/models/{sample.Id}/revisions/1..2?kind=boundary&change=removed");
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Viewed: backend", Exact = true })).ToBeCheckedAsync(new() { Timeout = 60_000 });
        Assert.Equal(1, await page.Locator("li.entity").CountAsync());
    }

    [Fact]
    public async Task The_diagram_marks_each_change_and_goes_from_one_to_the_next()
    {
        await using var watched = await suite.OpenAsync($"/models/{sample.Id}/revisions/1..2/diagram");
        var page = watched.Page;
        var canvas = page.Locator(".diagram-canvas[data-ready]");
        await Expect(canvas).ToHaveAttributeAsync("data-marks", Pattern("added .*removed .*changed |removed .*added "), new() { Timeout = 60_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await Expect(page.GetByText(Pattern("^1 of [0-9]+: "))).ToBeVisibleAsync();
        await canvas.FocusAsync();
        await page.Keyboard.PressAsync("n");
        await Expect(page.GetByText(Pattern("^2 of [0-9]+: "))).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Before", Exact = true }).ClickAsync();
        await Expect(canvas).Not.ToHaveAttributeAsync("data-marks", Pattern("added "), new() { Timeout = 60_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "After", Exact = true }).ClickAsync();
        await Expect(canvas).Not.ToHaveAttributeAsync("data-marks", Pattern("removed "), new() { Timeout = 60_000 });
        await Expect(page).ToHaveURLAsync(Pattern("side=after"));
    }

    [Fact]
    public async Task Risk_and_journal_tell_threat_by_threat_and_who_and_why()
    {
        await using var watched = await suite.OpenAsync($"/models/{sample.Id}/revisions/1..2/risk");
        var page = watched.Page;
        var moves = page.GetByRole(AriaRole.Table, new() { Name = "Movements between the matrices" }).GetByRole(AriaRole.Row);
        await Expect(moves.Nth(1)).ToBeVisibleAsync(s_patient);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = Pattern("^Resolved or gone [0-9]+$") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Resolved or gone" }).GetByRole(AriaRole.Listitem).First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "New", Exact = true })).ToHaveCountAsync(0);
        await page.Locator("nav.tabs").GetByRole(AriaRole.Link, new() { Name = "Who, when, why" }).ClickAsync();
        var entry = page.GetByRole(AriaRole.List, new() { Name = "Journal entries, the oldest first" }).GetByRole(AriaRole.Listitem).First;
        await Expect(entry).ToBeVisibleAsync(s_patient);
        var opens = page.GetByRole(AriaRole.Button, new() { Name = "What exactly" }).First;
        await opens.ClickAsync();
        await Expect(page.Locator("li.entry ul li").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task One_component_is_restored_after_a_preview_and_the_hash_on_paper_is_found()
    {
        await using var watched = await suite.OpenAsync($"/models/{sample.Id}/revisions/1..now?kind=component&change=removed");
        var page = watched.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Restore prepare" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Restore from revision 1" })).ToBeVisibleAsync(s_patient);
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "What changes" })).ToContainTextAsync("prepare");
        await page.GetByLabel("Why?").FillAsync("It is needed after all");
        await page.GetByRole(AriaRole.Button, new() { Name = "Restore", Exact = true }).ClickAsync();
        await Expect(page.GetByText(Pattern("^Restored as entry [0-9]+ of the journal$"))).ToBeVisibleAsync(s_patient);

        await watched.GoToAsync($"/models/{sample.Id}/revisions");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Changed since revision 2" })).ToBeVisibleAsync(s_patient);
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Changed since revision 2" })).ToContainTextAsync("prepare");
        await Expect(page.Locator("a.since")).ToBeVisibleAsync();
        var hash = (await page.Locator("td[data-label='Hash']").Last.GetAttributeAsync("title"))!;
        await page.GetByLabel("Hash of a revision").FillAsync(string.Join(' ', hash.ToUpperInvariant().Chunk(8).Select(group => new string(group))));
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare", Exact = true }).Last.ClickAsync();
        await Expect(page.GetByText("has exactly this hash")).ToBeVisibleAsync();
        Assert.Empty(await watched.SeriousFindingsAsync());
    }

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(2));
}
