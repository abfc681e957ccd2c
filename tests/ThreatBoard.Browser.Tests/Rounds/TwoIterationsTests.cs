using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Running;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Testing.Running;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests.Rounds;

/// <summary>An owner and a reviewer take the sample through two iterations, as their browsers show it, and compare what came of them.</summary>
public sealed class TwoIterationsTests(LoggedIn suite)
{
    /// <summary>What the hardening does to the sample's architecture, as the comparison tells it.</summary>
    private static readonly string[] s_architecture =
    [
        "added boundary backend-api",
        "added boundary sessions",
        "removed boundary backend",
        "added component node",
        "added component redis",
        "removed component node",
        "removed component prepare",
        "changed component mysql",
        "changed component nginx",
        "added flow nginx → node (HTTPS 3000)",
        "added flow node → mysql (MySQL 3306)",
        "added flow node → redis (Redis 6379)",
        "removed flow Internet → mysql (MySQL 3306)",
        "removed flow Internet → nginx (HTTP 8080)",
        "removed flow nginx → node (HTTP 3000)",
        "removed flow node → mysql (MySQL 3306)",
        "changed flow Internet → nginx (HTTPS 8080)",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DateOnly NextYear => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddYears(1);

    [Fact]
    public async Task Two_people_take_the_sample_through_two_iterations_and_compare_them()
    {
        var team = await suite.Colleagues.TeamAsync();
        var room = await team.NewWorkspaceAsync("Shop security", Cancel);
        var (ada, grace) = (await suite.Colleagues.AddAsync("Ada Lovelace", Role.Owner, room), await suite.Colleagues.AddAsync("Grace Hopper", Role.Reviewer, room));
        var owner = await team.Get<Access>().ForWorkspaceAsync(Caller.OfProcess(ada.Person), room, Right.Administer, Cancel);
        Assert.Null(await team.Get<WorkspaceRules>().AskForApprovalAsync(owner!, asks: true, Cancel));
        await using var hers = await suite.Colleagues.SignInAsync(ada, $"/models/new/sample?workspace={room}");
        await hers.Page.ArriveAtAsync("**/diagram", 90_000);
        var model = new Uri(hers.Page.Url).Segments[2].Trim('/');
        await using var other = await suite.Colleagues.SignInAsync(grace, $"/models/{model}/iterations");
        var (author, reviewer) = (new RoundSheet(hers, model), new RoundSheet(other, model));

        await FirstAsync(author, reviewer);
        await TakeTheHardenedVersionAsync(author);
        await SecondAsync(author, reviewer);
        await EveryRowAsync(author, team, ada, Guid.Parse(model));
        await EveryIterationAsync(reviewer);
    }

    private static async Task FirstAsync(RoundSheet author, RoundSheet reviewer)
    {
        await author.OpenIterationAsync(1, null);
        await Expect(reviewer.Page.GetByRole(AriaRole.Heading, new() { Name = "Iteration 1", Exact = true })).ToBeVisibleAsync(RoundSheet.Patient());
        Assert.NotEmpty(await author.BlockersAsync());
        await author.IdentifyAsync("Looked at in the first workshop");
        await author.CloseAsync("identify", page => page.Locator("main li[aria-current=step]").GetByText("Assess"));
        await author.AssessAsync(judged: 5);
        await author.CloseAsync("assess", page => page.Locator("main li[aria-current=step]").GetByText("Mitigate"));

        var accepted = await author.AskToAcceptAsync("The shop closes in spring", NextYear);
        await reviewer.GoAsync(accepted[accepted.IndexOf("/threats", StringComparison.Ordinal)..]);
        await reviewer.Button("Approve").ClickAsync(new() { Timeout = 60_000 });
        await Expect(author.Page.Locator("#details").GetByText("Accepted", new() { Exact = true }).First).ToBeVisibleAsync(RoundSheet.Patient());
        await author.MitigateFirstAsync("Encrypt what the shop sends", "Ada", NextYear);
        await author.DismissTheRestAsync("A shop for demonstrations");
        await ApprovedAsync(author, reviewer, 1);
    }

    private static async Task TakeTheHardenedVersionAsync(RoundSheet author)
    {
        await author.GoAsync("/sources");
        await author.Button("Import the hardened version").ClickAsync();
        await author.Page.ArriveAtAsync("**/changes", 60_000);
        await author.Page.GetByRole(AriaRole.Button, new() { NameString = "Take " }).First.ClickAsync(new() { Timeout = 60_000 });
        await Expect(author.Page.GetByText("changes taken")).ToBeVisibleAsync(RoundSheet.Patient());
    }

    private static async Task SecondAsync(RoundSheet author, RoundSheet reviewer)
    {
        await author.OpenIterationAsync(2, "The architecture changed");
        await author.IdentifyAsync("Looked at after the hardening");
        await author.CloseAsync("identify", page => page.Locator("main li[aria-current=step]").GetByText("Assess"));
        await author.AssessAsync(judged: 1);
        await author.CloseAsync("assess", page => page.Locator("main li[aria-current=step]").GetByText("Mitigate"));
        await author.DismissTheRestAsync("Left to the next hardening");
        await ApprovedAsync(author, reviewer, 2);
    }

    /// <summary>Nobody closes an iteration whose content nobody else has approved.</summary>
    private static async Task ApprovedAsync(RoundSheet author, RoundSheet reviewer, int number)
    {
        Assert.Contains("approve", Assert.Single(await author.BlockersAsync()), StringComparison.OrdinalIgnoreCase);
        await author.Button("Ask for an approval").ClickAsync(new() { Timeout = 60_000 });
        await Expect(author.Button("Ask for an approval")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await reviewer.GoAsync("/iterations");
        await reviewer.Button("Approve").ClickAsync(new() { Timeout = 60_000 });
        await Expect(author.Page.GetByText("Approved by Grace Hopper").First).ToBeVisibleAsync(RoundSheet.Patient());
        await author.CloseAsync("mitigate and the iteration", page => page.GetByRole(AriaRole.Link, new() { Name = $"{number}", Exact = true }));
    }

    private static async Task EveryRowAsync(RoundSheet author, TeamApp team, TeamPerson ada, Guid model)
    {
        var access = (await team.Get<Access>().ForAsync(Caller.OfProcess(ada.Person), model, Right.Read, Cancel))!;
        var archive = team.Get<RevisionArchive>();
        var (before, after) = ((await archive.ReadAsync(access, 1, Cancel))!, (await archive.ReadAsync(access, 2, Cancel))!);
        var expected = ComparedRows.Between(before, after);
        var titles = new List<string>();
        foreach (var kind in expected.Select(row => row.Entity.Kind).Distinct())
        {
            await author.GoAsync($"/revisions/1..2?kind={kind}");
            await Expect(author.Page.GetByText($"of {expected.Count(row => row.Entity.Kind == kind)} viewed")).ToBeVisibleAsync(RoundSheet.Patient());
            var shown = await ComparedRows.OnAsync(author.Page);
            Assert.Equal(expected.Where(row => row.Entity.Kind == kind).ToHashSet(), shown.Select(row => row.Row).ToHashSet());
            if (kind is "component" or "boundary" or "flow") titles.AddRange(shown.Select(row => $"{row.Row.Happened} {kind} {row.Title}"));
        }

        Assert.Equal(s_architecture, titles);
        Assert.Equal(before.All<Acceptance>().Select(acceptance => acceptance.Terms), after.All<Acceptance>().Select(acceptance => acceptance.Terms));
    }

    private static async Task EveryIterationAsync(RoundSheet reviewer)
    {
        await reviewer.GoAsync("/iterations");
        var rows = reviewer.Page.Locator("section[aria-labelledby=past] tbody > tr");
        await Expect(rows).ToHaveCountAsync(2, new() { Timeout = 60_000 });
        foreach (var row in await rows.AllInnerTextsAsync())
        {
            Assert.Contains("Approved by Grace Hopper", row, StringComparison.Ordinal);
            Assert.DoesNotContain("Overridden", row, StringComparison.Ordinal);
        }
    }
}
