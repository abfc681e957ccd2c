using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Running;
using ThreatBoard.Testing.Running;

namespace ThreatBoard.Browser.Tests.Frame;

public sealed class LoginTests(LoggedIn suite)
{
    [Fact]
    public async Task A_new_link_from_the_terminal_logs_another_browser_in_once()
    {
        var link = await suite.App.NewLinkAsync();
        await using var page = await WatchedPage.NewAsync(suite.Chromium.Browser, new());
        await LoggedIn.LogInAsync(page.Page, link);
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Home" })).ToBeVisibleAsync();

        await using var late = await WatchedPage.NewAsync(suite.Chromium.Browser, new());
        await late.Page.GotoAsync(link);
        await Assertions.Expect(late.Page.GetByRole(AriaRole.Heading, new() { Name = "This link was used already" })).ToBeVisibleAsync();
        Assert.Empty(await late.SeriousFindingsAsync());
    }

    [Fact]
    public async Task Without_login_every_page_says_how_to_get_a_link()
    {
        await using var page = await WatchedPage.NewAsync(suite.Chromium.Browser, new() { BaseURL = suite.App.Url.ToString() });
        await page.Page.GotoAsync("/models");
        await Assertions.Expect(page.Page.GetByText("scripts/run --link")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task With_a_browser_connected_the_program_ends_within_ten_seconds()
    {
        await using var app = new RunningApp();
        await app.StartAsync();
        await using var page = await WatchedPage.NewAsync(suite.Chromium.Browser, new());
        await LoggedIn.LogInAsync(page.Page, app.FirstLink);
        Assert.InRange((await app.StopAsync(TimeSpan.FromSeconds(30))).TotalSeconds, 0, 10);
        page.Forgive();
    }
}
