using System.Globalization;
using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Drawing;
using ThreatBoard.Browser.Tests.Running;
using ThreatBoard.Browser.Tests.Together;
using ThreatBoard.Domain.Assessing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests.Rounds;

/// <summary>The assessment queue at the keyboard, as fast as a browser can press keys, and by touch.</summary>
public sealed class AssessTests(LoggedIn suite)
{
    private const int Many = 80;
    private const float Patience = 60_000;

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task Eighty_threats_are_assessed_with_at_most_six_keys_each_and_two_where_the_suggestion_is_taken()
    {
        await using var watched = await suite.OpenAsync();
        var sheet = await Sheet.MakeAsync(watched, "Eighty threats");
        await using var grace = await Colleague.JoinAsync(suite.App, sheet.Model);
        var queue = await FillAsync(grace, Many);
        await sheet.GoToAsync("assess");
        await watched.Page.Locator("[data-keys] .judgement").WaitForAsync();

        var (most, mostTaken) = (0, 0);
        for (var at = 0; at < queue.Count; at++)
        {
            var keys = KeysFor(at, queue[at]);
            foreach (var key in keys) await watched.Page.Keyboard.PressAsync(key);
            if (keys[0] == "s") mostTaken = Math.Max(mostTaken, keys.Length);
            else most = Math.Max(most, keys.Length);
        }

        await Expect(watched.Page.GetByText("Every threat is assessed")).ToBeVisibleAsync(new() { Timeout = Patience });
        Assert.True(most <= 6 && mostTaken <= 2, $"{most} and {mostTaken} keys");
        var stored = await grace.ModelAsync();
        for (var at = 0; at < queue.Count; at++) Assert.Equal(Expected(at, queue[at], stored), Told(stored.Find<Threat>(queue[at].Id.Value)!));
        var taken = queue.Where((threat, at) => IsTaken(at, threat)).Count();
        await Expect(watched.Page.GetByText($"{Many - taken} judged, {taken} taken over from rules")).ToBeVisibleAsync();
        Assert.Equal(new AssessmentTally(Many, Many - taken, taken, 0), AssessmentTally.Of(AssessmentQueue.Of(stored, Today)));
        Assert.Empty(await watched.SeriousFindingsAsync());
    }

    [Fact]
    public async Task What_is_prefilled_can_be_changed_and_what_is_missing_is_asked_for()
    {
        await using var watched = await suite.OpenAsync();
        var sheet = await Sheet.MakeAsync(watched, "Two threats");
        await using var grace = await Colleague.JoinAsync(suite.App, sheet.Model);
        var queue = await FillAsync(grace, 2);
        await sheet.GoToAsync("assess");
        var page = watched.Page;
        await page.Locator("[data-keys] .judgement").WaitForAsync();
        await page.Keyboard.PressAsync("4");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("How bad would it be?");
        await page.Keyboard.PressAsync("2");
        await page.GetByLabel("Why as likely and as bad as that").FillAsync("Only the operators reach it: 1 2 3");
        await page.GetByLabel("Who would do it").SelectOptionAsync(new SelectOptionValue { Label = "Malicious insider" });
        await page.GetByLabel("Why as likely and as bad as that").PressAsync("Control+Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = queue[1].Title })).ToBeVisibleAsync();
        var (stored, content) = (await StoredAsync(grace, queue[0]), await grace.ModelAsync());
        Assert.Equal((4, 2, "Only the operators reach it: 1 2 3"), (stored.Assessment!.Likelihood, stored.Assessment.Impact, stored.Assessment.Justification));
        Assert.Equal(ActorKind.MaliciousInsider, content.Find(stored.Actor)!.Kind);
    }

    [Fact]
    public async Task By_touch_every_key_is_a_button()
    {
        await using var watched = await suite.OpenAsync(width: 400, height: 800);
        var sheet = await Sheet.MakeAsync(watched, "One by touch");
        await using var grace = await Colleague.JoinAsync(suite.App, sheet.Model);
        var queue = await FillAsync(grace, 2);
        await sheet.GoToAsync("assess");
        var page = watched.Page;
        await page.Locator("[data-keys] .judgement").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await Expect(page.GetByText("2 of 2")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Likelihood 5", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Impact 3", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and go on" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = queue[0].Title })).ToBeVisibleAsync();
        Assert.Equal((5, 3), ((await StoredAsync(grace, queue[1])).Assessment!.Likelihood, (await StoredAsync(grace, queue[1])).Assessment!.Impact));
    }

    private static async Task<Threat> StoredAsync(Colleague grace, Threat threat) => (await grace.ModelAsync()).Find<Threat>(threat.Id.Value)!;

    /// <summary>Findings of rules, with suggestions and without, in the order of the queue.</summary>
    private static async Task<IReadOnlyList<Threat>> FillAsync(Colleague grace, int count)
    {
        var web = Some.Component("web");
        await grace.DoAsync(Change.Add(web));
        await grace.FindAsync([.. Enumerable.Range(1, count).Select(n => Change.Add(new Threat
        {
            Id = Id<Threat>.New(TimeProvider.System),
            Title = string.Create(CultureInfo.InvariantCulture, $"Finding number {n}"),
            Category = Stride.Tampering,
            Subject = ThreatSubject.Of(web),
            Finding = new("TEST-001", [web.Id.Value], n.ToString(CultureInfo.InvariantCulture)),
            Verdict = new(Answer.Found, string.Create(CultureInfo.InvariantCulture, $"It was seen at place {n}.")),
            Suggested = n % 4 == 0 ? null : new(1 + (n % 5), 1 + (n % 3)),
        }))]);
        return [.. AssessmentQueue.Of(await grace.ModelAsync(), Today).Select(queued => queued.Threat)];
    }

    private static bool IsTaken(int at, Threat threat) => at % 3 == 0 && threat.Suggested is not null;

    private static string[] KeysFor(int at, Threat threat) => IsTaken(at, threat) ? ["s", "Enter"] : [Figure(at), Figure(at / 2), "Enter"];

    private static string Figure(int n) => (1 + (n % 5)).ToString(CultureInfo.InvariantCulture);

    private static string Expected(int at, Threat threat, ModelContent content)
    {
        var rating = IsTaken(at, threat) ? threat.Suggested! : new(1 + (at % 5), 1 + (at / 2 % 5));
        var actor = content.All<Actor>().OrderBy(known => known.Id).First();
        return $"{rating.Likelihood} {rating.Impact} {(IsTaken(at, threat) ? AssessmentSource.Suggestion : AssessmentSource.Judgement)} {threat.Verdict.Because} {actor.Id}";
    }

    private static string Told(Threat threat) =>
        $"{threat.Assessment!.Likelihood} {threat.Assessment.Impact} {threat.Assessment.Source} {threat.Assessment.Justification} {threat.Actor}";
}
