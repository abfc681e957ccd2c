using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests.Pages;

/// <summary>How a page is looked at: wide and narrow, light and dark, opened once, since opening is what takes the time.</summary>
internal static class Look
{
    public const int Wide = 1440;
    private const int Narrow = 400;
    private const float Patience = 60_000;

    private static readonly ColorScheme[] s_schemes = [ColorScheme.Light, ColorScheme.Dark];

    /// <summary>Fails where something is cut off at the side, or axe complains (of dark pages, about what colours can break); leaves pictures where <c>THREATBOARD_SCREENS</c> names a folder.</summary>
    /// <param name="watched">Opened as wide as <see cref="Wide"/>, and left so.</param>
    /// <param name="name">Of the pictures.</param>
    /// <param name="step">What brings into view what is looked at, whenever the width has changed.</param>
    public static async Task AtAsync(WatchedPage watched, string name, Func<IPage, Task>? step = null)
    {
        foreach (var width in new[] { Wide, Narrow })
        {
            await FitAsync(watched.Page, width);
            if (step is not null) await step(watched.Page);
            foreach (var scheme in s_schemes) await AtAsync(watched, width, scheme, name);
        }

        await watched.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await watched.Page.SetViewportSizeAsync(Wide, 900);
    }

    /// <summary>A canvas is laid out for the window in which it was opened.</summary>
    private static async Task FitAsync(IPage page, int width)
    {
        if (page.ViewportSize!.Width == width) return;
        await page.SetViewportSizeAsync(width, width == Wide ? 900 : 800);
        if (await page.Locator(".diagram-canvas").CountAsync() == 0) return;
        await page.ReloadAsync();
        await Expect(page.Locator(".diagram-canvas[data-ready]")).ToHaveCountAsync(1, new() { Timeout = Patience });
    }

    private static async Task AtAsync(WatchedPage watched, int width, ColorScheme scheme, string name)
    {
        await watched.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        await SettledAsync(watched.Page);
        await PictureAsync(watched.Page, $"{name}-{width}-{(scheme == ColorScheme.Dark ? "dark" : "light")}");
        Assert.Equal(width, await watched.Page.EvaluateAsync<int>("Math.max(innerWidth, document.documentElement.scrollWidth)"));
        Assert.Empty(scheme == ColorScheme.Light ? await Axe.SeriousFindingsAsync(watched.Page) : await Axe.ColourFindingsAsync(watched.Page));
    }

    private static async Task SettledAsync(IPage page)
    {
        await Expect(page.Locator(".tb-loading:visible")).ToHaveCountAsync(0, new() { Timeout = Patience });
        await Expect(page.Locator("main h1").First).ToBeVisibleAsync(new() { Timeout = Patience });
        if (await page.Locator(".diagram-canvas").CountAsync() > 0)
        {
            await Expect(page.Locator(".diagram-canvas[data-ready]")).ToHaveCountAsync(1, new() { Timeout = Patience });
            // What nobody has placed is arranged once it is there.
            await Expect(page.Locator(".diagram-canvas[aria-busy='true']")).ToHaveCountAsync(0, new() { Timeout = Patience });
        }
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("THREATBOARD_SCREENS") is not { Length: > 0 } folder) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }
}
