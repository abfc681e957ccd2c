using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests.Pages;

/// <summary>A revision's report on a screen, wide and narrow, light and dark, and on paper.</summary>
public sealed class ReportTests(LoggedIn suite, SampleModel sample) : IClassFixture<SampleModel>
{
    private static readonly float[] s_white = [255, 255, 255];

    [Fact]
    public async Task A_report_fits_the_screen_and_draws_no_complaint()
    {
        await using var watched = await suite.OpenToLookAsync("/");
        await watched.Page.GotoAsync($"/models/{sample.Id}/revisions/2/report");
        await Expect(watched.Page.Locator("svg.picture")).ToBeVisibleAsync();
        await Look.AtAsync(watched, "report");
    }

    [Fact]
    public async Task On_paper_a_report_is_light_whole_and_without_buttons()
    {
        await using var watched = await suite.OpenAsync("/");
        var page = watched.Page;
        await page.GotoAsync($"/models/{sample.Id}/revisions/2/report");
        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Print" })).ToBeHiddenAsync();
        Assert.Equal(s_white, await page.EvaluateAsync<float[]>("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)"));
        Assert.Equal("table-header-group", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('thead')).display"));
        var paper = await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });
        Assert.True(paper.Length > 20_000, $"The paper has {paper.Length} bytes.");
        if (Environment.GetEnvironmentVariable("THREATBOARD_SCREENS") is { Length: > 0 } folder) await File.WriteAllBytesAsync(Path.Combine(folder, "report.pdf"), paper, TestContext.Current.CancellationToken);
    }
}
