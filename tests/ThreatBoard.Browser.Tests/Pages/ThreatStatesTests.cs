using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Drawing;
using ThreatBoard.Browser.Tests.Running;
using ThreatBoard.Data;
using ThreatBoard.Domain.Acceptances;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using static Microsoft.Playwright.Assertions;
using Colleague = ThreatBoard.Browser.Tests.Together.Colleague;

namespace ThreatBoard.Browser.Tests.Pages;

/// <summary>What threats, acceptances, mitigations and questions look like while two people decide about them, and that what they decide is done.</summary>
public sealed class ThreatStatesTests(LoggedIn suite)
{
    private static readonly Boundary s_shop = Some.Boundary();
    private static readonly Component s_web = Some.Component(tenancy: s_shop.Id);
    private static readonly Threat s_threat = Some.Threat(ThreatSubject.Of(s_web)) with { Assessment = new(4, 4, "It is open to all who are in the cluster."), Tags = ["tls"] };
    private static readonly Threat s_same = Some.Threat(ThreatSubject.Of(s_web), "Whoever listens reads the orders") with { Due = new DateOnly(2027, 3, 31) };
    private static readonly Mitigation s_tls = Some.Mitigation("Encrypt it on the whole way") with { Due = new DateOnly(2027, 1, 31) };

    [Fact]
    public async Task What_one_person_asks_to_accept_another_approves_and_the_timeline_tells_it()
    {
        await using var watched = await suite.OpenAsync();
        var (sheet, grace) = await MadeAsync(watched, "Accepted by two");
        await using var _ = grace;
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await grace.DoAsync(new Intent.Take(new RequestAcceptance(Some.Id<Acceptance>(), s_threat.Id, new("It goes in spring, and costs more than it saves.", "The firewall lets nobody else in.", day.AddDays(10)))));
        var panel = watched.Page.Locator("#details");
        await EachAsync(sheet, $"threats?open={EntityRef.To(s_threat)}", "acceptance-asked", page => page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ScrollIntoViewIfNeededAsync());

        await sheet.GoToAsync($"threats?open={EntityRef.To(s_threat)}");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Expect(panel.GetByText("Expires in 10 days")).ToBeVisibleAsync();
        await Expect(panel.Locator(".head").GetByText("Accepted")).ToBeVisibleAsync();
        await panel.GetByRole(AriaRole.Heading, new() { Name = "Timeline" }).ClickAsync();
        await Expect(panel.GetByText("approved the acceptance")).ToBeVisibleAsync();
        await Expect(panel.GetByText("asked that the risk be carried")).ToBeVisibleAsync();
        await Expect(panel.GetByText("linked “Encrypt it on the whole way”")).ToBeVisibleAsync();
        await EachAsync(sheet, "acceptances", "acceptances-expiring");
        await EachAsync(sheet, $"threats?open={EntityRef.To(s_threat)}", "timeline", async page =>
        {
            await page.GetByRole(AriaRole.Heading, new() { Name = "Timeline" }).ClickAsync();
            await page.GetByText("approved the acceptance").ScrollIntoViewIfNeededAsync();
        });
    }

    [Fact]
    public async Task Many_threats_are_edited_at_once_with_what_is_refused_said_and_taken_back()
    {
        await using var watched = await suite.OpenAsync();
        var (sheet, grace) = await MadeAsync(watched, "Edited by the dozen");
        await using var _ = grace;
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await grace.DoAsync(new Intent.Take(new RequestAcceptance(Some.Id<Acceptance>(), s_threat.Id, new("It goes in spring.", "", day.AddDays(10)))));
        await EachAsync(sheet, "threats", "threats-bulk", ChooseAsync);

        await sheet.GoToAsync("threats");
        await ChooseAsync(watched.Page);
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Change 1" }).ClickAsync();
        await Expect(watched.Page.GetByText("1 threat was written.")).ToBeVisibleAsync();
        Assert.Equal(TreatmentKind.Mitigate, (await grace.ModelAsync()).Find<Threat>(s_same.Id.Value)!.Treatment.Kind);
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).ClickAsync();
        await Expect(watched.Page.GetByText("1 threat was written.")).ToHaveCountAsync(0);
        Assert.Equal(TreatmentKind.Undecided, (await grace.ModelAsync()).Find<Threat>(s_same.Id.Value)!.Treatment.Kind);

        static async Task ChooseAsync(IPage page)
        {
            await page.GetByLabel("Select all that are shown").CheckAsync();
            await page.GetByLabel("Treatment", new() { Exact = true }).SelectOptionAsync("Mitigate");
            await Expect(page.GetByText("1 cannot and are left out")).ToBeVisibleAsync();
            await Expect(page.GetByText("withdraw the acceptance before")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Duplicates_are_merged_after_what_differs_is_chosen_and_both_histories_stay()
    {
        await using var watched = await suite.OpenAsync();
        var (sheet, grace) = await MadeAsync(watched, "Said twice");
        await using var _ = grace;
        await grace.DoAsync(Change.Of(s_threat, s_threat with { Due = new DateOnly(2027, 2, 28) }));
        await EachAsync(sheet, $"threats?open={EntityRef.To(s_threat)}", "threat-merge", ChooseAsync);

        await sheet.GoToAsync($"threats?open={EntityRef.To(s_threat)}");
        await ChooseAsync(watched.Page);
        var panel = watched.Page.Locator("#details");
        await panel.GetByLabel("31 Mar 2027").CheckAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Merge", Exact = true }).ClickAsync();
        await Expect(panel.GetByText("Merged into it:")).ToBeVisibleAsync();
        await panel.GetByRole(AriaRole.Heading, new() { Name = "Timeline" }).ClickAsync();
        await Expect(panel.GetByText("merged “Whoever listens reads the orders” into it")).ToBeVisibleAsync();
        var after = await grace.ModelAsync();
        Assert.Equal((s_threat.Id, new DateOnly(2027, 3, 31)), (after.Find<Threat>(s_same.Id.Value)!.MergedInto!.Value, after.Find<Threat>(s_threat.Id.Value)!.Due!.Value));

        static async Task ChooseAsync(IPage page)
        {
            await page.GetByRole(AriaRole.Heading, new() { Name = "Copy, move, merge" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Merge duplicates" }).ClickAsync();
            await page.Locator("#details").GetByRole(AriaRole.Checkbox, new() { Name = "Whoever listens reads the orders" }).CheckAsync();
            await Expect(page.GetByText("They differ in: due")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task A_question_about_a_control_is_answered_where_it_stands_and_mitigations_move_together()
    {
        await using var watched = await suite.OpenAsync();
        var (sheet, grace) = await MadeAsync(watched, "Asked and answered");
        await using var _ = grace;
        await EachAsync(sheet, "questions", "questions-open");
        await EachAsync(sheet, $"inventory?open={EntityRef.To(s_shop)}", "boundary-demands", page => page.GetByRole(AriaRole.Heading, new() { Name = "Whatever enters it" }).ScrollIntoViewIfNeededAsync());
        await EachAsync(sheet, "mitigations", "mitigations-bulk", ChooseAsync);

        await sheet.GoToAsync("questions");
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "It is there" }).ClickAsync();
        await Expect(watched.Page.GetByText("Say what shows it")).ToBeVisibleAsync();
        await watched.Page.GetByLabel("What shows it").FillAsync("Ada saw it in the console");
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "It is there" }).ClickAsync();
        await Expect(watched.Page.GetByText("Nothing is open")).ToBeVisibleAsync();

        static async Task ChooseAsync(IPage page)
        {
            await page.GetByLabel("Select all that are shown").CheckAsync();
            await page.GetByLabel("Move to").SelectOptionAsync("Verified");
            await Expect(page.GetByText("Only what is implemented can be verified")).ToBeVisibleAsync();
        }
    }

    /// <summary>Grace has drawn a component, and written two threats and what is planned against one of them.</summary>
    private async Task<(Sheet Sheet, Colleague Grace)> MadeAsync(WatchedPage watched, string name)
    {
        var sheet = await Sheet.MakeAsync(watched, name);
        var grace = await Colleague.JoinAsync(suite.App, sheet.Model);
        await grace.DoAsync(Change.Add(s_shop), Change.Add(s_web), Change.Add(Some.Control(EntityRef.To(s_shop)) with { Demand = ControlDemand.Required }));
        await grace.DoAsync(Change.Add(s_threat), Change.Add(s_same), Change.Add(s_tls));
        await grace.DoAsync(Change.Add(Some.Link(s_tls, s_threat)));
        return (sheet, grace);
    }

    private async Task EachAsync(Sheet sheet, string page, string name, Func<IPage, Task>? step = null)
    {
        await using var watched = await suite.OpenToLookAsync($"/models/{sheet.Model}/{page}");
        if (step is not null) await step(watched.Page);
        await Look.AtAsync(watched, name);
    }
}
