using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Running;

namespace ThreatBoard.Browser.Tests.Pages;

/// <summary>Every page, wide and narrow, light and dark: nothing is cut off at the side, and neither axe nor the browser complains.</summary>
/// <remarks>With <c>THREATBOARD_SCREENS</c> set to a folder, as <c>scripts/screens</c> does, each page leaves its picture there.</remarks>
public sealed class PagesTests(LoggedIn suite, SampleModel sample) : IClassFixture<SampleModel>
{
    private const int Wide = 1440;
    private const int Narrow = 400;

    private static readonly (string Name, string Address)[] s_pages =
    [
        ("home", "/"),
        ("inbox", "/inbox"),
        ("models", "/models"),
        ("import", "/import"),
        ("board", "/models/{id}"),
        ("diagram", "/models/{id}/diagram"),
        ("diagram-component", "/models/{id}/diagram?open={component}"),
        ("inventory", "/models/{id}/inventory"),
        ("inventory-flows", "/models/{id}/inventory?show=flow"),
        ("threats", "/models/{id}/threats"),
        ("threat", "/models/{id}/threats?open={threat}"),
        ("mitigations", "/models/{id}/mitigations"),
        ("sources", "/models/{id}/sources"),
        ("revisions", "/models/{id}/revisions"),
        ("revision-comments", "/models/{id}/revisions?comments=1"),
        ("comparison", "/models/{id}/revisions/1..2"),
        ("rules", "/rules"),
        ("health", "/health"),
        ("account", "/account"),
        ("workspaces", "/workspaces"),
        ("workspace", "/workspaces/00000000-0000-7000-8000-000000000002"),
        ("workspace-audit", "/workspaces/00000000-0000-7000-8000-000000000002/audit"),
        ("people", "/people"),
        ("audit", "/audit"),
        ("tokens", "/account/tokens"),
    ];

    public static TheoryData<string> Pages => new(s_pages.Select(page => page.Name));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_fits_and_draws_no_complaint(string name)
    {
        foreach (var (width, scheme) in new[] { (Wide, ColorScheme.Light), (Wide, ColorScheme.Dark), (Narrow, ColorScheme.Light), (Narrow, ColorScheme.Dark) })
        {
            await using var watched = await suite.OpenAsync(AddressOf(name), width, width == Wide ? 900 : 800, scheme);
            await SettledAsync(watched.Page);
            await PictureAsync(watched.Page, $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}");
            Assert.Equal(width, await watched.Page.EvaluateAsync<int>("Math.max(innerWidth, document.documentElement.scrollWidth)"));
            Assert.Empty(await watched.SeriousFindingsAsync());
        }
    }

    private string AddressOf(string name) => s_pages.Single(page => page.Name == name).Address
        .Replace("{id}", sample.Id, StringComparison.Ordinal)
        .Replace("{threat}", sample.Threat, StringComparison.Ordinal)
        .Replace("{component}", sample.Component, StringComparison.Ordinal);

    private static async Task SettledAsync(IPage page)
    {
        await Assertions.Expect(page.Locator(".tb-loading:visible")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator("main h1").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        if (await page.Locator(".diagram-canvas").CountAsync() > 0)
            await Assertions.Expect(page.Locator(".diagram-canvas canvas").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("THREATBOARD_SCREENS") is not { Length: > 0 } folder) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }
}
