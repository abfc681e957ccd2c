using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Running;

namespace ThreatBoard.Browser.Tests.Frame;

public sealed class FrameTests(LoggedIn suite)
{
    [Fact]
    public async Task The_palette_opens_by_keys_narrows_and_goes_there()
    {
        await using var page = await suite.OpenAsync();
        await page.Page.Keyboard.PressAsync("Control+k");
        await page.Page.GetByRole(AriaRole.Combobox).FillAsync("rules");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        Assert.Empty(await page.SeriousFindingsAsync());
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.ArriveAtAsync("**/rules");
    }

    [Fact]
    public async Task The_shortcut_sheet_opens_by_a_question_mark_and_closes_by_escape()
    {
        await using var page = await suite.OpenAsync();
        await page.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        Assert.Empty(await page.SeriousFindingsAsync());
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_chosen_theme_stays_after_a_reload()
    {
        await using var page = await suite.OpenAsync(scheme: ColorScheme.Dark);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Theme" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await page.GoToAsync("/");
        Assert.Equal("rgb(246, 247, 249)", await page.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    [Fact]
    public async Task The_skip_link_leads_to_the_page()
    {
        await using var page = await suite.OpenAsync();
        await page.Page.Locator("[data-skip]").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page.Locator("main")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task An_address_that_is_nothing_says_so()
    {
        await using var page = await suite.OpenAsync();
        await page.GoToAsync("/nowhere");
        await Assertions.Expect(page.Page.GetByText("There is nothing at this address")).ToBeVisibleAsync();
        // The browser notes the page's own 404 as an error.
        page.Forgive();
    }
}
