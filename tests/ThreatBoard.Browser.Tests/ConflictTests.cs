using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Drawing;
using ThreatBoard.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests;

public sealed class ConflictTests(LoggedIn suite)
{
    [Fact]
    public async Task Who_edits_a_field_that_somebody_changed_meanwhile_sees_all_three_values_and_chooses()
    {
        await using var first = await suite.OpenAsync();
        var sheet = await Sheet.MakeAsync(first, "Edited by two");
        await sheet.ShowAsync("component");
        await sheet.AddAsync("web");
        var theirs = await sheet.OpenAsync("web");
        await using var second = await suite.OpenAsync(new Uri(first.Page.Url).PathAndQuery);
        var mine = second.Page.Locator("#details");
        await BeginAsync(mine, "my words");

        await BeginAsync(theirs, "their words");
        await SaveAsync(theirs);
        await Expect(theirs.GetByRole(AriaRole.Button, new() { Name = "Technology: their words. Edit" })).ToBeVisibleAsync();
        await SaveAsync(mine);

        var choice = mine.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Somebody changed this while you did" });
        await Expect(choice.Locator("tr").Filter(new() { HasText = "You saw" }).Locator("td")).Not.ToContainTextAsync("words");
        await Expect(choice.Locator("tr").Filter(new() { HasText = "Theirs, saved" }).Locator("td")).ToHaveTextAsync("their words");
        await Expect(choice.Locator("tr").Filter(new() { HasText = "Yours" }).Locator("td")).ToHaveTextAsync("my words");
        Assert.Empty(await second.SeriousFindingsAsync());
        await choice.GetByRole(AriaRole.Button, new() { Name = "Keep mine" }).ClickAsync();
        await Expect(theirs.GetByRole(AriaRole.Button, new() { Name = "Technology: my words. Edit" })).ToBeVisibleAsync();
    }

    private static async Task BeginAsync(ILocator panel, string words)
    {
        await panel.GetByRole(AriaRole.Button, new() { Name = "Technology: Not said. Edit" }).ClickAsync();
        await panel.GetByRole(AriaRole.Textbox, new() { Name = "Technology" }).FillAsync(words);
    }

    private static Task SaveAsync(ILocator panel) => panel.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
}
