using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests.Pages;

/// <summary>Boards, work lists and working rules of a team with a past; their numbers lead to lists of as many rows, and the board prints on one page.</summary>
public sealed partial class BoardPagesTests(LivedSample sample) : IClassFixture<LivedSample>
{
    private static readonly LocatorAssertionsToHaveCountOptions s_patient = new() { Timeout = 60_000 };

    public static TheoryData<string, string> Pages => new()
    {
        { "board-lived", "/models/{id}" },
        { "board-past", "/models/{id}?on={day}" },
        { "board-of-several", "/board" },
        { "board-of-several-looked-into", "/board?of=status:open%20risk:critical" },
        { "home-with-work", "/" },
        { "working-rules", "/workspaces/{workspace}" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_fits_and_draws_no_complaint(string name, string address)
    {
        await using var watched = await OpenAsync(address);
        await Look.AtAsync(watched, name, name == "working-rules" ? page => page.Locator("#working-rules-title").ScrollIntoViewIfNeededAsync() : null);
        if (Environment.GetEnvironmentVariable("THREATBOARD_SCREENS") is { Length: > 0 } folder) await WholeAsync(watched.Page, Path.Combine(folder, name));
    }

    [Fact]
    public async Task A_number_leads_to_a_list_of_as_many_rows()
    {
        await using var watched = await OpenAsync("/models/{id}");
        var page = watched.Page;
        await Expect(page.Locator("main .tb-loading")).ToHaveCountAsync(0, s_patient);
        var links = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.board a[href*="threats?q="]')].filter(a => /^\D*\d+\D*$/.test(a.textContent)).map(a => a.textContent.match(/\d+/)[0] + ' ' + a.getAttribute('href'))
            """);
        Assert.True(links.Length > 20, $"Only {links.Length} numbers have a list.");
        foreach (var link in links.Distinct().Where((_, at) => at % 4 == 0))
        {
            await watched.GoToAsync(link.Split(' ')[1]);
            await Expect(page.Locator(".counts")).ToHaveTextAsync(new Regex($"^{link.Split(' ')[0]} of ", RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = 60_000 });
        }
    }

    [Fact]
    public async Task The_board_prints_on_one_page()
    {
        await using var watched = await OpenAsync("/models/{id}");
        await watched.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Expect(watched.Page.Locator("main .tb-loading")).ToHaveCountAsync(0, s_patient);
        var pdf = await watched.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });
        if (Environment.GetEnvironmentVariable("THREATBOARD_SCREENS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "board.pdf"), pdf, TestContext.Current.CancellationToken);
            await watched.Page.SetViewportSizeAsync(733, 1062);
            await watched.Page.EmulateMediaAsync(new() { Media = Media.Print });
            await watched.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, "board-printed.png"), FullPage = true });
        }

        Assert.Single(PrintedPage().Matches(System.Text.Encoding.Latin1.GetString(pdf)));
    }

    [Fact]
    public async Task Bands_that_an_owner_sets_are_seen_on_the_board()
    {
        await using var watched = await OpenAsync("/workspaces/{workspace}");
        var page = watched.Page;
        await page.GetByLabel("Critical begins at").SelectOptionAsync("25");
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "The matrix with these bands" }).GetByText("H 20").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the bands" }).ClickAsync();
        await Expect(page.GetByText("The bands are set")).ToBeVisibleAsync();
        await watched.GoToAsync($"/models/{sample.Model}");
        await Expect(page.Locator(".tb-heat tr").Nth(0).Locator("td").Nth(3).Locator(".tb-cell")).ToHaveClassAsync(new Regex("high", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await watched.GoToAsync($"/workspaces/{sample.Workspace}");
        await page.GetByRole(AriaRole.Button, new() { Name = "The usual ones" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the bands" }).ClickAsync();
        await Expect(page.GetByText("The bands are set")).ToBeVisibleAsync();
    }

    private Task<WatchedPage> OpenAsync(string address) => sample.OpenAsync(
        address.Replace("{id}", sample.Model.ToString(), StringComparison.Ordinal).Replace("{workspace}", sample.Workspace.ToString(), StringComparison.Ordinal).Replace("{day}", sample.PastDay, StringComparison.Ordinal));

    /// <summary>The page without the frame that scrolls it.</summary>
    private static async Task WholeAsync(IPage page, string path)
    {
        await page.AddStyleTagAsync(new() { Content = ".tb-frame { height: auto !important; } .tb-page { overflow: visible !important; }" });
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.ScreenshotAsync(new() { Path = $"{path}-{(scheme is ColorScheme.Dark ? "dark" : "light")}-whole.png", FullPage = true });
        }
    }

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex PrintedPage();
}
