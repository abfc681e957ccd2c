using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests.Rounds;

/// <summary>One person's browser in the iterations of one model.</summary>
internal sealed partial class RoundSheet(WatchedPage watched, string model)
{
    private const float Patience = 60_000;

    private static readonly string[] s_categories = ["S", "T", "R", "I", "D", "E"];

    public IPage Page => watched.Page;

    private ILocator Phase => Page.GetByRole(AriaRole.Form, new() { Name = "Close the phase" });

    public Task GoAsync(string page) => watched.GoToAsync($"/models/{model}{page}");

    /// <param name="reason">As the list of reasons says it; null for the first iteration, which is a first look.</param>
    public async Task OpenIterationAsync(int number, string? reason)
    {
        await GoAsync("/iterations");
        await Page.GetByRole(AriaRole.Link, new() { Name = number == 1 ? "Open the first iteration" : "Open the next iteration" }).ClickAsync(new() { Timeout = Patience });
        if (reason is not null) await Page.GetByLabel("Why now?").SelectOptionAsync(new SelectOptionValue { Label = reason });
        await Button("Open the iteration").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = $"Iteration {number}", Exact = true })).ToBeVisibleAsync(Patient());
    }

    /// <summary>Runs the rules where that is asked, and says of every cell that is asked that nothing is there.</summary>
    public async Task IdentifyAsync(string why)
    {
        await GoAsync("/iterations");
        await Expect(Phase).ToBeVisibleAsync(Patient());
        if (await Button("Run the rules").CountAsync() > 0)
        {
            await Button("Run the rules").First.ClickAsync();
            await Expect(Button("Run the rules")).ToHaveCountAsync(0, new() { Timeout = Patience });
        }

        await GoAsync("/iterations/coverage");
        await Expect(Page.GetByRole(AriaRole.Table, new() { Name = "Coverage" })).ToBeVisibleAsync(Patient());
        foreach (var category in s_categories) await Page.Locator("button.column").Filter(new() { HasTextString = category }).ClickAsync();
        var bar = Page.GetByRole(AriaRole.Form, new() { Name = "Mark the selected cells" });
        var cells = await Page.GetByRole(AriaRole.Button, new() { NameString = "Only what is asked now" }).Locator("b").InnerTextAsync();
        await Expect(bar.Locator("strong")).ToHaveTextAsync($"{cells} cells", new() { Timeout = Patience });
        await bar.GetByLabel("Why").FillAsync(why);
        await bar.GetByRole(AriaRole.Button, new() { Name = "Mark", Exact = true }).ClickAsync();
        await Expect(Page.GetByText($"{cells} marked.")).ToBeVisibleAsync(Patient());
    }

    /// <summary>Judges the first few, and takes the rules' suggestions over for the rest.</summary>
    public async Task AssessAsync(int judged)
    {
        await GoAsync("/assess");
        await Page.Locator("[data-keys='heard']").WaitForAsync();
        var left = int.Parse(await Page.Locator(".progress p b").Last.InnerTextAsync(), CultureInfo.InvariantCulture);
        for (var threat = 0; threat < left; threat++)
        {
            // Faster than any hand: the queue loses no key.
            foreach (var key in threat < judged ? ["4", "3", "Enter"] : new[] { "s", "Enter" }) await Page.Keyboard.PressAsync(key);
        }

        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Every threat is assessed" })).ToBeVisibleAsync(Patient());
    }

    /// <summary>Closes the phase, which misses nothing.</summary>
    /// <param name="then">What is to be seen afterwards.</param>
    public async Task CloseAsync(string phase, Func<IPage, ILocator> then)
    {
        await GoAsync("/iterations");
        await Phase.GetByRole(AriaRole.Button, new() { Name = $"Close {phase}", Exact = true }).ClickAsync(new() { Timeout = Patience });
        await Expect(then(Page).First).ToBeVisibleAsync(Patient());
    }

    /// <summary>Asks that the risk of the first assessed threat be carried until a day.</summary>
    /// <returns>The address at which the threat is open.</returns>
    public async Task<string> AskToAcceptAsync(string why, DateOnly until)
    {
        await OpenFirstAssessedAsync();
        await Page.Locator("#details summary").Filter(new() { HasTextString = "Acceptance" }).ClickAsync();
        await Button("Ask to accept the risk").ClickAsync();
        var form = Page.GetByRole(AriaRole.Form, new() { Name = "Ask for an acceptance" });
        await form.GetByLabel("Why the risk can be carried").FillAsync(why);
        await form.Locator("input[type=date]").FillAsync($"{until:yyyy-MM-dd}");
        await Button("Ask for the acceptance").ClickAsync();
        await Expect(Button("Withdraw")).ToBeVisibleAsync(Patient());
        return new Uri(Page.Url).PathAndQuery;
    }

    /// <summary>Plans a mitigation of the first assessed threat, with an owner and a day.</summary>
    public async Task MitigateFirstAsync(string what, string owner, DateOnly due)
    {
        await OpenFirstAssessedAsync();
        var details = Page.Locator("#details");
        await details.GetByRole(AriaRole.Group, new() { Name = "Treatment" }).GetByRole(AriaRole.Button, new() { Name = "Mitigate", Exact = true }).ClickAsync();
        await Button("Save the treatment").ClickAsync();
        await Expect(Button("Save the treatment")).ToHaveCountAsync(0, new() { Timeout = Patience });
        await Button("New mitigation").ClickAsync();
        await details.GetByLabel("What is to be done").FillAsync(what);
        await details.Locator("form.new button[aria-label^='Owner:']").ClickAsync();
        await details.GetByRole(AriaRole.Combobox, new() { Name = "Owner" }).FillAsync(owner);
        await details.Locator("[role=option]").Filter(new() { HasText = owner }).First.ClickAsync();
        await details.Locator("form.new input[type=date]").FillAsync($"{due:yyyy-MM-dd}");
        await Button("Add the mitigation").ClickAsync();
        await Expect(details.GetByLabel($"Status of {what}")).ToBeVisibleAsync(Patient());
    }

    /// <summary>Says of every threat that is assessed and not treated that it does not apply.</summary>
    public async Task DismissTheRestAsync(string why)
    {
        await GoAsync("/threats?q=status:assessed");
        await Page.GetByLabel("Select all that are shown").ClickAsync(new() { Timeout = Patience });
        await Page.GetByLabel("Treatment", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Value = "NotApplicable" });
        await Page.GetByLabel("Reason", new() { Exact = true }).FillAsync(why);
        var change = Page.Locator("section.bulk button[type=submit]");
        await Expect(change).ToHaveTextAsync(Changes(), new() { Timeout = Patience });
        await change.ClickAsync();
        await Expect(Page.Locator("section.bulk")).ToHaveCountAsync(0, new() { Timeout = Patience });
    }

    private async Task OpenFirstAssessedAsync()
    {
        await GoAsync("/threats?q=status:assessed");
        await Page.Locator("table.threats tbody tr:not([aria-hidden])").First.ClickAsync(new() { Timeout = Patience });
        await Page.ArriveAtAsync("**open=threat**");
    }

    /// <summary>What the page names as missing.</summary>
    public async Task<IReadOnlyList<string>> BlockersAsync()
    {
        await GoAsync("/iterations");
        await Expect(Page.Locator("main ol.phases")).ToBeVisibleAsync(Patient());
        return await Page.Locator("main .blockers li a").AllInnerTextsAsync();
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public static LocatorAssertionsToBeVisibleOptions Patient() => new() { Timeout = Patience };

    [GeneratedRegex(@"^Change \d+$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Changes();
}
