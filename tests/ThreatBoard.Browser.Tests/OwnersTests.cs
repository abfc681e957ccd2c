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

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("THREATBOARD_SCREENS") is not { Length: > 0 } folder) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }
}
