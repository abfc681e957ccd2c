using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests.Pages;

/// <summary>A window in which a page is looked at.</summary>
internal sealed record Look(int Width, int Height, ColorScheme Scheme)
{
    private const float Patience = 60_000;

    /// <summary>Wide and narrow, light and dark.</summary>
    public static IReadOnlyList<Look> All { get; } =
    [
        new(1440, 900, ColorScheme.Light),
        new(1440, 900, ColorScheme.Dark),
        new(400, 800, ColorScheme.Light),
        new(400, 800, ColorScheme.Dark),
    ];

    /// <summary>Fails where something is cut off at the side, or axe complains; leaves a picture where <c>THREATBOARD_SCREENS</c> names a folder.</summary>
    public async Task AtAsync(WatchedPage watched, string name)
    {
        await SettledAsync(watched.Page);
        await PictureAsync(watched.Page, $"{name}-{Width}-{(Scheme == ColorScheme.Dark ? "dark" : "light")}");
        Assert.Equal(Width, await watched.Page.EvaluateAsync<int>("Math.max(innerWidth, document.documentElement.scrollWidth)"));
        Assert.Empty(await watched.SeriousFindingsAsync());
    }

    private static async Task SettledAsync(IPage page)
    {
        await Expect(page.Locator(".tb-loading:visible")).ToHaveCountAsync(0, new() { Timeout = Patience });
        await Expect(page.Locator("main h1").First).ToBeVisibleAsync(new() { Timeout = Patience });
        if (await page.Locator(".diagram-canvas").CountAsync() > 0)
            await Expect(page.Locator(".diagram-canvas canvas").First).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("THREATBOARD_SCREENS") is not { Length: > 0 } folder) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }
}
