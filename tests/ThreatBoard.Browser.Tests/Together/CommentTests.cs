using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Running;
using ThreatBoard.Data.Accounts;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests.Together;

/// <summary>Two people talk: one mentions the other, who sees it in the inbox at once and goes there.</summary>
public sealed class CommentTests(LoggedIn suite)
{
    /// <summary>Five times two seconds.</summary>
    private static readonly LocatorAssertionsToBeVisibleOptions s_soon = new() { Timeout = 10_000 };

    [Fact]
    [Trait("Matrix", "D7")]
    public async Task Whoever_is_mentioned_sees_it_at_once_and_goes_to_it_by_keyboard()
    {
        var ada = await suite.Colleagues.AddAsync("Ada <b>B</b>", Role.Editor);
        var grace = await suite.Colleagues.AddAsync("Grace Comment", Role.Reviewer);
        await using var graces = await suite.Colleagues.SignInAsync(grace, "/inbox", width: 400, height: 800);
        await Expect(graces.Page.GetByText("Nothing waits for you")).ToBeVisibleAsync();
        await using var adas = await suite.Colleagues.SignInAsync(ada, await suite.Colleagues.WithComponentAsync(ada, "Talk", "web"));
        var panel = adas.Page.Locator("#details");
        await MentionAsync(adas.Page, panel);
        await Expect(panel.Locator(".tb-mention")).ToHaveTextAsync("@Grace Comment");
        await Expect(panel.Locator("article strong").First).ToHaveTextAsync("Ada <b>B</b>");
        await Expect(panel.GetByText("<img src=x onerror=alert(1)>")).ToBeVisibleAsync();
        await Expect(panel.Locator("article a")).ToHaveCountAsync(0);

        await Expect(graces.Page.GetByRole(AriaRole.Link, new() { Name = "Inbox: 1 unread" })).ToBeVisibleAsync(s_soon);
        await Expect(graces.Page.GetByText("Ada <b>B</b> mentioned you on “web”")).ToBeVisibleAsync(s_soon);
        Assert.Equal(400, await graces.Page.EvaluateAsync<int>("Math.max(innerWidth, document.documentElement.scrollWidth)"));
        Assert.Empty(await graces.SeriousFindingsAsync());
        await PictureAsync(graces.Page, "inbox-400");
        await graces.Page.Locator("main h1").FocusAsync();
        await graces.Page.Keyboard.PressAsync("j");
        await Expect(graces.Page.Locator("li.line a").First).ToBeFocusedAsync(new() { Timeout = 10_000 });
        await graces.Page.Keyboard.PressAsync("Enter");
        await graces.Page.ArriveAtAsync("**open=component**");
        var hers = graces.Page.Locator("#details");
        await Expect(hers.Locator(".tb-mention")).ToBeVisibleAsync(s_soon);
        await Expect(graces.Page.GetByRole(AriaRole.Link, new() { Name = "Inbox", Exact = true }).First).ToBeVisibleAsync(s_soon);
        await Expect(hers.GetByRole(AriaRole.Button, new() { Name = "Edit your comment" })).ToHaveCountAsync(0);
        await PictureAsync(graces.Page, "comments-400");
        await AnswerAsync(hers);

        await Expect(panel.GetByText("Seen").First).ToBeVisibleAsync(s_soon);
        await panel.GetByRole(AriaRole.Button, new() { Name = "Edit your comment" }).ClickAsync();
        var box = panel.GetByRole(AriaRole.Textbox, new() { Name = "Edit your comment" });
        await Expect(box).ToHaveValueAsync("@Grace Comment <img src=x onerror=alert(1)> **now** [x](javascript:alert(2))");
        await box.FillAsync("Done, @Grace Comment.");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(hers.GetByText("(edited)")).ToBeVisibleAsync(s_soon);
        await PictureAsync(adas.Page, "comments-1440");
    }

    private static async Task MentionAsync(IPage page, ILocator panel)
    {
        var box = panel.GetByLabel("Write a comment");
        await box.ClickAsync();
        await page.Keyboard.TypeAsync("@Grace C");
        var offered = panel.GetByRole(AriaRole.Option, new() { Name = "Grace Comment" });
        await Expect(offered).ToHaveAttributeAsync("aria-selected", "true", new() { Timeout = 10_000 });
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(box).ToHaveAttributeAsync("aria-activedescendant", new Regex("-0$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await PictureAsync(page, "mention-1440");
        await page.Keyboard.PressAsync("Enter");
        await Expect(box).ToHaveValueAsync("@Grace Comment ");
        await Expect(box).ToBeFocusedAsync();
        await box.FillAsync("@Grace Comment <img src=x onerror=alert(1)> **now** [x](javascript:alert(2))");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Expect(panel.Locator(".preview .tb-mention")).ToHaveTextAsync("@Grace Comment", new() { Timeout = 10_000 });
        await panel.GetByRole(AriaRole.Button, new() { Name = "Comment", Exact = true }).ClickAsync();
        await Expect(box).ToHaveValueAsync("");
    }

    private static async Task AnswerAsync(ILocator panel)
    {
        await panel.GetByLabel("Write a comment").FillAsync("Seen");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Comment", Exact = true }).ClickAsync();
        await Expect(panel.GetByRole(AriaRole.Button, new() { Name = "Edit your comment" })).ToHaveCountAsync(1);
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("THREATBOARD_SCREENS") is not { Length: > 0 } folder) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }
}
