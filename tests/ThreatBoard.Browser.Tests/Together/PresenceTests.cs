using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Drawing;
using ThreatBoard.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests.Together;

public sealed class PresenceTests(LoggedIn suite)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Others_are_seen_where_they_are_and_at_what_they_write(int processes)
    {
        await using var mine = await suite.OpenAsync();
        var sheet = await Sheet.MakeAsync(mine, "Two at once");
        await sheet.ShowAsync("component");
        await sheet.AddAsync("web");
        var panel = await sheet.OpenAsync("web");
        await using var guests = await Guests.OfAsync(suite.App);
        await using var second = processes == 2 ? await guests.StartAnotherAsync() : null;
        await using var hers = await guests.OpenAsync(suite.Chromium.Browser, second ?? suite.App, "Anna Berg", new Uri(sheet.Page.Url).PathAndQuery);

        await Expect(sheet.Page.GetByRole(AriaRole.Button, new() { Name = "1 other is here: Anna Berg" })).ToBeVisibleAsync();
        await Expect(sheet.Row("web").GetByRole(AriaRole.Img, new() { Name = "Anna Berg is here" })).ToBeVisibleAsync();
        Assert.Equal("solid", await sheet.Row("web").EvaluateAsync<string>("row => getComputedStyle(row).outlineStyle"));

        await hers.Page.Locator("#details").GetByRole(AriaRole.Button, new() { Name = "Technology: Not said. Edit" }).ClickAsync();
        await Expect(panel.GetByText("Anna Berg is writing here")).ToBeVisibleAsync();
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "1 other is here" }).ClickAsync();
        await Expect(sheet.Page.GetByText("Inventory, writing Technology")).ToBeVisibleAsync();
        Assert.Empty(await mine.SeriousFindingsAsync());
        // A sign and no lock.
        await panel.GetByRole(AriaRole.Button, new() { Name = "Technology: Not said. Edit" }).ClickAsync();
        await hers.Page.Locator("#details").GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(panel.GetByText("Anna Berg is writing here")).ToHaveCountAsync(0);

        await hers.Page.Context.CloseAsync();
        await Expect(sheet.Page.GetByRole(AriaRole.Button, new() { Name = "1 other is here" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_presenter_at_another_process_is_followed_over_pages_selection_and_view_until_one_does_something_oneself()
    {
        await using var mine = await suite.OpenAsync();
        var sheet = await Sheet.MakeAsync(mine, "A workshop");
        await sheet.ShowAsync("component");
        await sheet.AddAsync("web");
        await sheet.AddAsync("api");
        await using var guests = await Guests.OfAsync(suite.App);
        await using var second = await guests.StartAnotherAsync();
        await using var hers = await guests.OpenAsync(suite.Chromium.Browser, second, "Anna", $"/models/{sheet.Model}/threats");
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "1 other is here" }).ClickAsync();
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Follow Anna" }).ClickAsync();
        await Expect(sheet.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Following Anna" })).ToBeVisibleAsync();
        await sheet.Page.ArriveAtAsync("**/threats");

        var canvas = new Canvas(hers.Page, sheet.Model);
        await canvas.OpenAsync();
        await sheet.Page.ArriveAtAsync("**/diagram**");
        await sheet.Canvas.DrawnAsync();
        await hers.Page.Locator(".diagram-canvas").PressAsync("Control+a");
        await Expect(sheet.Page.Locator(".diagram-canvas")).ToHaveAttributeAsync("data-people", new Regex("Anna;.*Anna", RegexOptions.None, TimeSpan.FromSeconds(1)));
        for (var i = 0; i < 3; i++) await hers.Page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).ClickAsync();
        var middle = await MiddleAsync(hers.Page);
        await sheet.Page.WaitForFunctionAsync(
            "([x, y]) => { const { x1, y1, x2, y2 } = document.querySelector('.diagram-canvas')._cyreg.cy.extent(); return Math.hypot((x1 + x2) / 2 - x, (y1 + y2) / 2 - y) < 3; }", middle);
        Assert.Empty(await mine.SeriousFindingsAsync());

        await sheet.Page.Keyboard.PressAsync("Shift+!");
        await Expect(sheet.Page.GetByText("Following")).ToHaveCountAsync(0);
        await hers.GoToAsync($"/models/{sheet.Model}/threats");
        await Expect(sheet.Page.Locator(".diagram-canvas")).ToHaveAttributeAsync("data-people", "");
        Assert.Contains("/diagram", sheet.Page.Url, StringComparison.Ordinal);
    }

    private static Task<double[]> MiddleAsync(IPage page) =>
        page.EvaluateAsync<double[]>("() => { const { x1, y1, x2, y2 } = document.querySelector('.diagram-canvas')._cyreg.cy.extent(); return [(x1 + x2) / 2, (y1 + y2) / 2]; }");
}
