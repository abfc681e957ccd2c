using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests.Pages;

/// <summary>A window in which a page is looked at, light and dark.</summary>
internal sealed record Look(int Width, int Height)
{
    private const float Patience = 60_000;

    private static readonly ColorScheme[] s_schemes = [ColorScheme.Light, ColorScheme.Dark];

    /// <summary>Wide and narrow.</summary>
    public static IReadOnlyList<Look> All { get; } = [new(1440, 900), new(400, 800)];

    /// <summary>Fails where something is cut off at the side, or axe complains; leaves pictures where <c>THREATBOARD_SCREENS</c> names a folder.</summary>
    public async Task AtAsync(WatchedPage watched, string name)
    {
        foreach (var scheme in s_schemes)
        {
            await watched.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await SettledAsync(watched.Page);
            await PictureAsync(watched.Page, $"{name}-{Width}-{(scheme == ColorScheme.Dark ? "dark" : "light")}");
            Assert.Equal(Width, await watched.Page.EvaluateAsync<int>("Math.max(innerWidth, document.documentElement.scrollWidth)"));
            Assert.Empty(await watched.SeriousFindingsAsync());
        }
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
