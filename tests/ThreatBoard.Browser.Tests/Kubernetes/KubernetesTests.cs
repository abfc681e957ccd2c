using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests.Kubernetes;

/// <summary>What the manifests say on their page, and over the diagram.</summary>
public sealed partial class KubernetesTests(LoggedIn suite, WeakSample sample) : IClassFixture<WeakSample>
{
    private static readonly LocatorAssertionsToBeVisibleOptions s_patient = new() { Timeout = 20_000 };

    [Fact]
    public async Task A_namespace_leads_to_the_threats_inside_it_and_two_components_to_why_they_may_talk()
    {
        await using var watched = await suite.OpenAsync($"/models/{sample.Id}/kubernetes");
        var page = watched.Page;
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Ways in from outside" })).ToBeVisibleAsync(s_patient);
        await Expect(page.GetByText("None: all allowed").First).ToBeVisibleAsync();
        await ChooseAsync(page, "From", 1);
        await ChooseAsync(page, "To", 2);
        await Expect(page.Locator("article.talk")).ToHaveCountAsync(2, new() { Timeout = 20_000 });
        await Expect(page.GetByText("No policy selects the pod").First).ToBeVisibleAsync();

        var threats = page.GetByRole(AriaRole.Link, new() { NameRegex = OpenThreats() }).First;
        var many = int.Parse((await threats.TextContentAsync())!, System.Globalization.CultureInfo.InvariantCulture);
        await threats.ClickAsync();
        await page.ArriveAtAsync("**/threats?q=**");
        await Expect(page.Locator(".counts")).ToHaveTextAsync(new Regex($"^{many} of ", RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task Lines_that_are_allowed_but_not_declared_are_laid_over_the_diagram_and_taken_away_again()
    {
        await using var watched = await suite.OpenAsync();
        var page = watched.Page;
        var canvas = new Canvas(page, sample.Id);
        await canvas.OpenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Policies", Exact = true }).ClickAsync();
        var host = page.Locator(".diagram-canvas");
        await Expect(host).ToHaveAttributeAsync("data-overlay", Extra(), new() { Timeout = 20_000 });
        await page.ReloadAsync();
        await Expect(host).ToHaveAttributeAsync("data-overlay", Extra(), new() { Timeout = 20_000 });
        await page.GetByRole(AriaRole.Complementary, new() { Name = "Policies" }).GetByRole(AriaRole.Button, new() { NameRegex = Close() }).FocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(host).Not.ToHaveAttributeAsync("data-overlay", Extra());
        await Expect(page.Locator(".overlay-panel")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task On_a_telephone_by_keyboard_two_components_are_asked_about_on_the_diagram()
    {
        await using var watched = await suite.OpenAsync($"/models/{sample.Id}/diagram?overlay=talk", width: 400, height: 800);
        var page = watched.Page;
        var panel = page.GetByRole(AriaRole.Complementary, new() { Name = "May it talk?" });
        await ChooseAsync(page, "From", 1);
        await ChooseAsync(page, "To", 3);
        await Expect(panel.Locator("article.talk")).ToHaveCountAsync(2, new() { Timeout = 20_000 });
        await Expect(page.Locator(".diagram-canvas")).ToHaveAttributeAsync("data-overlay", "talk denied:0 unclear:0 extra:0 lit:2 cut:0");
        Assert.Equal(400, await page.EvaluateAsync<int>("Math.max(innerWidth, document.documentElement.scrollWidth)"));
        Assert.Empty(await watched.SeriousFindingsAsync());
    }

    [Fact]
    public async Task The_blast_radius_of_the_internet_is_lit_its_shortest_path_explained_and_controls_are_tried_on_the_picture()
    {
        await using var watched = await suite.OpenAsync($"/models/{sample.Id}/diagram?overlay=reach");
        var page = watched.Page;
        var panel = page.GetByRole(AriaRole.Complementary, new() { Name = "Blast radius" });
        var reached = panel.GetByRole(AriaRole.Table, new() { Name = "What is reached" });
        await Expect(reached).ToBeVisibleAsync(s_patient);
        await reached.GetByRole(AriaRole.Button, new() { NameRegex = Mysql() }).ClickAsync();
        await Expect(panel.GetByRole(AriaRole.Region, new() { Name = "Shortest path" }).GetByRole(AriaRole.Listitem).First).ToBeVisibleAsync(s_patient);
        await Expect(page.Locator(".diagram-canvas")).ToHaveAttributeAsync("data-overlay", Lit(), new() { Timeout = 20_000 });
        var trial = panel.GetByRole(AriaRole.Region, new() { Name = "What if" });
        var shown = await page.Locator(".diagram-canvas").GetAttributeAsync("data-overlay");
        await trial.GetByRole(AriaRole.Checkbox).Last.FocusAsync();
        await page.Keyboard.PressAsync(" ");
        await Expect(trial.GetByText("Patch of what is on")).ToBeVisibleAsync(s_patient);
        await Expect(page.Locator(".diagram-canvas")).ToHaveAttributeAsync("data-overlay", Cut(), new() { Timeout = 20_000 });
        await page.Keyboard.PressAsync(" ");
        await Expect(page.Locator(".diagram-canvas")).ToHaveAttributeAsync("data-overlay", shown!, new() { Timeout = 20_000 });
        await Expect(panel.GetByRole(AriaRole.Combobox, new() { Name = "Start" }).Locator("optgroup[label^='Service accounts'] option").First).ToBeAttachedAsync();
        Assert.Empty(await watched.SeriousFindingsAsync());
    }

    private static async Task ChooseAsync(IPage page, string label, int option)
    {
        var box = page.GetByLabel(label, new() { Exact = true });
        await Expect(box.Locator("option").Nth(option)).ToBeAttachedAsync(new() { Timeout = 20_000 });
        await box.SelectOptionAsync(new SelectOptionValue { Index = option });
    }

    [GeneratedRegex("^[0-9]+ open threats in ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OpenThreats();

    [GeneratedRegex("^flows .* extra:[1-9]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Extra();

    [GeneratedRegex("^reach .* lit:[1-9]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Lit();

    [GeneratedRegex("^container mysql ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mysql();

    [GeneratedRegex("^reach .* cut:[1-9]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cut();

    [GeneratedRegex("^Close", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Close();
}
