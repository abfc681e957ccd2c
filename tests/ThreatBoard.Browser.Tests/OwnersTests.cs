using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Pages;
using ThreatBoard.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests;

public sealed class OwnersTests(LoggedIn suite, SampleModel sample) : IClassFixture<SampleModel>
{
    [Theory]
    [InlineData(1440)]
    [InlineData(400)]
    public async Task Work_is_given_to_a_member_by_keyboard_and_is_mine_from_then_on(int width)
    {
        await using var watched = await suite.OpenAsync($"/models/{sample.Id}/threats?open={sample.Threat}", width);
        var page = watched.Page;
        var details = page.Locator("#details");
        var closed = details.Locator("button[aria-label^='Owner:']");
        await closed.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var search = details.GetByRole(AriaRole.Combobox, new() { Name = "Owner" });
        await Expect(search).ToBeFocusedAsync();
        await Expect(details.GetByRole(AriaRole.Option, new() { Name = "Nobody" })).ToBeVisibleAsync();
        Assert.Empty(await watched.SeriousFindingsAsync());
        await PictureAsync(page, $"owner-picker-{width}");
        await page.Keyboard.TypeAsync("yo");
        await Expect(details.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Expect(details.GetByRole(AriaRole.Button, new() { Name = "Owner: You. Change" })).ToBeFocusedAsync();

        await watched.GoToAsync($"/models/{sample.Id}/threats?q=owner:me&group=Owner");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Mine 1", Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "You" })).ToBeVisibleAsync();
        await watched.GoToAsync($"/models/{sample.Id}/threats?open={sample.Threat}");
        await closed.ClickAsync();
        await details.GetByRole(AriaRole.Option, new() { Name = "Nobody" }).ClickAsync();
        await Expect(details.GetByRole(AriaRole.Button, new() { Name = "Owner: Nobody. Change" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_team_is_made_filled_and_given_work_which_is_mine_then()
    {
        await using var watched = await suite.OpenAsync("/workspaces");
        var page = watched.Page;
        await page.Locator("main a[href^='/workspaces/']").First.ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Name of the new team" }).FillAsync("Platform");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the team" }).ClickAsync();
        var team = page.GetByRole(AriaRole.Listitem, new() { Name = "Platform", Exact = true });
        await team.GetByRole(AriaRole.Combobox, new() { Name = "Add somebody to Platform" }).SelectOptionAsync("You");
        await Expect(team.GetByRole(AriaRole.Button, new() { Name = "Take You out of Platform" })).ToBeVisibleAsync();
        Assert.Empty(await watched.SeriousFindingsAsync());
        await PictureAsync(page, "teams");
        var address = new Uri(page.Url).PathAndQuery;

        await watched.GoToAsync($"/models/{sample.Id}/threats?open={sample.Threat}");
        var details = page.Locator("#details");
        await details.Locator("button[aria-label^='Owner:']").ClickAsync();
        await details.GetByRole(AriaRole.Combobox, new() { Name = "Owner" }).FillAsync("plat");
        // As long as a finger stays down: the list has to stay open as long.
        await details.GetByRole(AriaRole.Option, new() { Name = "Platform your team" }).ClickAsync(new() { Delay = 150 });
        await Expect(details.GetByRole(AriaRole.Button, new() { Name = "Owner: Platform. Change" })).ToBeVisibleAsync();
        await watched.GoToAsync($"/models/{sample.Id}/threats?q=owner:me");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Mine 1", Exact = true })).ToBeVisibleAsync();

        await watched.GoToAsync(address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the team Platform" }).ClickAsync();
        await page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "Remove the team" }).ClickAsync();
        await Expect(team).ToHaveCountAsync(0);
        await watched.GoToAsync($"/models/{sample.Id}/threats?open={sample.Threat}");
        await Expect(details.GetByRole(AriaRole.Button, new() { Name = "Owner: Platform (no longer a team). Change" })).ToBeVisibleAsync();
        await details.Locator("button[aria-label^='Owner:']").ClickAsync();
        await details.GetByRole(AriaRole.Option, new() { Name = "Nobody" }).ClickAsync();
        await Expect(details.GetByRole(AriaRole.Button, new() { Name = "Owner: Nobody. Change" })).ToBeVisibleAsync();
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("THREATBOARD_SCREENS") is not { Length: > 0 } folder) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }
}
