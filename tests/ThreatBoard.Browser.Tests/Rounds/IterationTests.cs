using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Drawing;
using ThreatBoard.Browser.Tests.Running;
using ThreatBoard.Browser.Tests.Together;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests.Rounds;

/// <summary>An iteration as a team goes through it: the strip, the coverage, the phases, the workshop, and what others do meanwhile.</summary>
public sealed class IterationTests(LoggedIn suite)
{
    private readonly Component _web = Some.Component("web");
    private readonly Component _orders = Some.Component("orders") with { Kind = ComponentKind.DataStore };

    [Fact]
    public async Task The_phases_close_one_after_the_other_and_a_change_in_a_later_one_names_what_to_look_at_again_and_only_that()
    {
        await using var watched = await suite.OpenAsync();
        var (sheet, grace) = await BeginAsync(watched, "Two elements");
        await using var colleague = grace;
        var (page, strip) = (watched.Page, watched.Page.GetByRole(AriaRole.Region, new() { Name = "Iteration", Exact = true }));
        await Expect(strip.GetByText("things block")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Run the rules" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Run the rules" })).ToHaveCountAsync(0);
        await CoverAsync(page);
        await sheet.GoToAsync("iterations");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close identify", Exact = true }).ClickAsync();
        await Expect(strip.Locator("li.now")).ToContainTextAsync("Assess");
        await Expect(strip.Locator("button.again")).ToHaveCountAsync(0);

        var stored = (await grace.ModelAsync()).Find<Component>(_orders.Id.Value)!;
        await grace.DoAsync(Change.Of(stored, stored with { Name = "orders, renamed", Tags = ["moved"] }), Change.Of(_web, _web with { Description = "described" }));
        stored = (await grace.ModelAsync()).Find<Component>(_orders.Id.Value)!;
        await grace.DoAsync(Change.Of(stored, stored with { IsContainer = true }));
        await strip.Locator("button.again").ClickAsync();
        var again = strip.GetByRole(AriaRole.List, new() { Name = "To look at again" });
        await Expect(again.GetByRole(AriaRole.Link).Filter(new() { HasText = "“orders, renamed” has changed since it was looked at" })).Not.ToHaveCountAsync(0);
        await Expect(again.GetByRole(AriaRole.Link).Filter(new() { HasText = "“web”" })).ToHaveCountAsync(0);
        Assert.Empty(await watched.SeriousFindingsAsync());
        await again.GetByRole(AriaRole.Link).Filter(new() { HasText = "“orders, renamed” has changed" }).First.ClickAsync();
        await Expect(page.Locator("table.grid tbody tr[aria-rowindex]")).ToHaveCountAsync(1);
        await Expect(page.Locator("button.cell.outdated").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_owner_closes_a_phase_all_the_same_and_the_reason_stays()
    {
        await using var watched = await suite.OpenAsync();
        var (sheet, grace) = await BeginAsync(watched, "Closed in haste");
        await using var colleague = grace;
        var page = watched.Page;
        foreach (var phase in new[] { "identify", "assess" })
        {
            if (phase == "identify" || await page.GetByRole(AriaRole.Button, new() { Name = $"Close {phase} all the same" }).CountAsync() > 0)
            {
                await page.GetByLabel("because", new() { Exact = false }).FillAsync($"The release is today: {phase}");
                await page.GetByRole(AriaRole.Button, new() { Name = $"Close {phase} all the same" }).ClickAsync();
            }
            else await page.GetByRole(AriaRole.Button, new() { Name = $"Close {phase}", Exact = true }).ClickAsync();

            await Expect(page.Locator(".phases li.now strong").First).Not.ToHaveTextAsync(phase, new() { IgnoreCase = true });
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Close mitigate and the iteration" }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "First look" });
        await Expect(row).ToContainTextAsync("Overridden: The release is today: identify");
        await Expect(row.GetByRole(AriaRole.Link, new() { Name = "1", Exact = true })).ToBeVisibleAsync();
        await sheet.GoToAsync("revisions");
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "Iteration 1" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task In_the_workshop_enter_adds_a_threat_control_enter_says_nothing_here_and_others_appear()
    {
        await using var watched = await suite.OpenAsync();
        var (sheet, grace) = await BeginAsync(watched, "A workshop");
        await using var colleague = grace;
        await sheet.GoToAsync($"workshop?at={EntityRef.To(_web)}");
        var (page, line) = (watched.Page, watched.Page.GetByLabel("What could go wrong"));
        await Expect(line).ToBeFocusedAsync();
        await line.FillAsync("Somebody calls it under another name");
        await line.PressAsync("Enter");
        await Expect(page.Locator("li.chosen").GetByRole(AriaRole.Link, new() { Name = "Somebody calls it under another name" })).ToBeVisibleAsync();
        await Expect(line).ToHaveValueAsync("");
        await line.PressAsync("ArrowDown");
        await Expect(page.Locator("li.chosen .category")).ToHaveTextAsync("Tampering");
        await line.FillAsync("The image is signed");
        await line.PressAsync("Control+Enter");
        await Expect(page.GetByText("Nothing here: The image is signed")).ToBeVisibleAsync();
        await Expect(page.Locator("li.chosen .category")).ToHaveTextAsync("Repudiation");
        await grace.DoAsync(Change.Add(Some.Threat(title: "Grace thought of this") with { Subject = ThreatSubject.Of(_web), Category = Stride.DenialOfService }));
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Grace thought of this" })).ToBeVisibleAsync();
        await page.GetByLabel("Name of a member or guest").FillAsync("A guest of the day");
        await page.GetByLabel("Name of a member or guest").PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take A guest of the day out" })).ToBeVisibleAsync();
        var content = await grace.ModelAsync();
        Assert.Contains("A guest of the day", Iteration.Current(content)!.Participants);
        Assert.Equal((Stride.Tampering, "The image is signed"), (Assert.Single(content.All<CoverageMark>()).Category, content.All<CoverageMark>().Single().Word));
        Assert.Equal((ThreatSource.Workshop, Stride.Spoofing), content.All<Threat>().Where(threat => threat.Title.StartsWith("Somebody calls", StringComparison.Ordinal)).Select(threat => (threat.CameFrom, threat.Category)).Single());
        Assert.Empty(await watched.SeriousFindingsAsync());
    }

    private static async Task CoverAsync(IPage page)
    {
        await page.GotoAsync(page.Url.Split('?')[0] + "/coverage");
        foreach (var category in new[] { "spoofing", "tampering", "repudiation", "information disclosure", "denial of service", "elevation of privilege" })
            await page.GetByRole(AriaRole.Button, new() { Name = $"Select all that is asked of {category}" }).ClickAsync();
        await page.GetByLabel("Why", new() { Exact = true }).FillAsync("We looked at it together");
        await page.GetByRole(AriaRole.Button, new() { Name = "Mark", Exact = true }).ClickAsync();
        await Expect(page.GetByText("10 of 10 answered")).ToBeVisibleAsync();
    }

    private async Task<(Sheet Sheet, Colleague Grace)> BeginAsync(WatchedPage watched, string name)
    {
        var sheet = await Sheet.MakeAsync(watched, name);
        var grace = await Colleague.JoinAsync(suite.App, sheet.Model);
        await grace.DoAsync(Change.Add(_web), Change.Add(_orders));
        await sheet.GoToAsync("iterations");
        await watched.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Open the first iteration" }).ClickAsync();
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Open the iteration" }).ClickAsync();
        await Expect(watched.Page.GetByRole(AriaRole.Heading, new() { Name = "Iteration 1" })).ToBeVisibleAsync();
        return (sheet, grace);
    }
}
