using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests;

/// <summary>Triage as a person does it: on the sample, from the table into the panel and on to the mitigations.</summary>
public sealed class ThreatsTests(LoggedIn suite)
{
    [Fact]
    public async Task A_threat_is_assessed_mitigated_and_commented_on_and_all_of_it_is_there_after_a_reload()
    {
        await using var page = await OpenSampleAsync();
        await Rows(page).First.ClickAsync();
        var panel = page.Page.Locator("#details");
        await panel.GetByText("Take over", new() { Exact = false }).ClickAsync();
        await panel.GetByLabel("Why").FillAsync("Anybody on the internet <b>can</b> try it");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Save the assessment" }).ClickAsync();
        await Expect(panel.GetByText("Assessed", new() { Exact = true }).First).ToBeVisibleAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "New mitigation" }).ClickAsync();
        await panel.GetByLabel("What is to be done").FillAsync("Close it");
        await panel.Locator("form input[type=date]").FillAsync("2026-01-02");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Add the mitigation" }).ClickAsync();
        await Expect(panel.GetByRole(AriaRole.Link, new() { Name = "Close it" })).ToBeVisibleAsync();
        await panel.GetByLabel("Write a comment").FillAsync("<img src=x onerror=alert(1)>");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Comment", Exact = true }).ClickAsync();
        await Expect(panel.GetByText("<img src=x onerror=alert(1)>")).ToBeVisibleAsync();

        await page.Page.ReloadAsync();
        await Expect(panel.GetByRole(AriaRole.Link, new() { Name = "Close it" })).ToBeVisibleAsync();
        await Expect(panel.GetByLabel("Why")).ToHaveValueAsync("Anybody on the internet <b>can</b> try it");
        await page.GoToAsync(new Uri(page.Page.Url).AbsolutePath.Replace("/threats", "/mitigations", StringComparison.Ordinal) + "?q=due:overdue");
        await Expect(page.Page.GetByRole(AriaRole.Table).GetByText("overdue")).ToBeVisibleAsync();
        Assert.Empty(await page.SeriousFindingsAsync());
    }

    [Fact]
    public async Task The_filter_stands_in_the_address_and_survives_a_reload()
    {
        await using var page = await OpenSampleAsync();
        var all = await Rows(page).CountAsync();
        var filter = page.Page.GetByRole(AriaRole.Textbox, new() { Name = "Filter threats" }).Or(page.Page.GetByRole(AriaRole.Combobox, new() { Name = "Filter threats" }));
        await page.Page.Keyboard.PressAsync("/");
        await Expect(filter).ToBeFocusedAsync();
        await filter.FillAsync("risk>=critical");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.ArriveAtAsync("**q=risk*");
        await Expect(Rows(page)).Not.ToHaveCountAsync(all);
        var critical = await Rows(page).CountAsync();
        await page.Page.ReloadAsync();
        await Expect(Rows(page)).ToHaveCountAsync(critical);
    }

    [Fact]
    public async Task Keys_move_select_and_open()
    {
        await using var page = await OpenSampleAsync();
        await page.Page.Keyboard.PressAsync("j");
        await Expect(Rows(page).First).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("x");
        await Expect(page.Page.GetByText("1 selected")).ToBeVisibleAsync();
        await Expect(Rows(page).First).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.Locator("#details").GetByText("Treatment", new() { Exact = true })).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(page.Page.Locator("#details")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Scrolling_to_the_end_shows_the_last_row()
    {
        await using var page = await OpenSampleAsync();
        var count = int.Parse((await page.Page.Locator("table.threats").GetAttributeAsync("aria-rowcount"))!, System.Globalization.CultureInfo.InvariantCulture);
        await page.Page.Locator("table.threats").EvaluateAsync("table => table.parentElement.scrollTop = 600");
        await page.Page.Locator("table.threats").EvaluateAsync("table => table.parentElement.scrollTop = table.parentElement.scrollHeight");
        await Expect(page.Page.Locator($"table.threats tr[aria-rowindex='{count}']")).ToBeInViewportAsync();
    }

    private static ILocator Rows(WatchedPage page) => page.Page.Locator("table.threats tbody tr[tabindex]");

    private async Task<WatchedPage> OpenSampleAsync()
    {
        var page = await suite.OpenAsync();
        await page.GoToAsync($"/models/{await SampleAsync(page)}/threats");
        await Rows(page).First.WaitForAsync();
        return page;
    }

    /// <summary>A sample of one's own for every test.</summary>
    private static async Task<string> SampleAsync(WatchedPage page)
    {
        await page.Page.GotoAsync("/models/new/sample");
        await page.Page.ArriveAtAsync(new System.Text.RegularExpressions.Regex("/models/[0-9a-f-]{36}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)), 60_000);
        return new Uri(page.Page.Url).Segments[2].Trim('/');
    }
}
