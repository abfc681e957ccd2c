using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Drawing;
using ThreatBoard.Browser.Tests.Frame;
using ThreatBoard.Browser.Tests.Running;
using ThreatBoard.Testing.Running;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests.Together;

public sealed class DraftTests(LoggedIn suite)
{
    private const string Words = "It sells socks, and never “shoes”.";

    [Fact]
    public async Task What_was_typed_a_second_before_the_server_was_killed_is_there_after_signing_in_again()
    {
        var folder = RunningApp.NewFolder();
        string panel;
        await using (var killed = new RunningApp(folder))
        {
            await killed.StartAsync();
            await using var watched = await WatchedPage.NewAsync(suite.Chromium.Browser, new() { BaseURL = killed.Url.ToString() });
            await LoggedIn.LogInAsync(watched.Page, killed.FirstLink);
            panel = await WriteAsync(watched, killed);
            await killed.KillAsync();
            // A page that stays goes on complaining.
            await watched.Page.GotoAsync("about:blank");
            watched.Forgive();
        }

        await using (var again = new RunningApp(folder))
        {
            await again.StartAsync();
            await using var watched = await WatchedPage.NewAsync(suite.Chromium.Browser, new() { BaseURL = again.Url.ToString() });
            await LoggedIn.LogInAsync(watched.Page, again.FirstLink);
            await watched.GoToAsync(panel);
            var details = watched.Page.Locator("#details");
            await Expect(details.GetByRole(AriaRole.Textbox, new() { Name = "Description" })).ToHaveValueAsync(Words);
            await Expect(details.GetByText("Unsaved draft from")).ToBeVisibleAsync();
            Assert.Empty(await watched.SeriousFindingsAsync());
            await details.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await Expect(details.GetByRole(AriaRole.Button, new() { Name = $"Description: {Words}. Edit" })).ToBeVisibleAsync();
            Assert.Equal(0, await StoredDrafts.CountAsync(again, "socks"));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_was_typed_without_a_connection_stays_and_is_stored_when_it_is_back()
    {
        await using var watched = await suite.OpenAsync();
        var line = await BreakableLine.OnAsync(watched.Page);
        var sheet = await Sheet.MakeAsync(watched, "Written offline");
        await sheet.GoToAsync("threats");
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Write one", Exact = true }).ClickAsync();
        var title = sheet.Page.GetByLabel("What could go wrong");
        await title.FillAsync("Typed online");
        await StoredDrafts.HoldAsync(suite.App, "Typed online");

        await line.BreakAsync();
        var notice = sheet.Page.Locator("#components-reconnect-modal");
        await Expect(notice).ToBeVisibleAsync();
        await title.PressSequentiallyAsync(" and then without a line");
        line.Mend();
        await Expect(notice).ToBeHiddenAsync(new() { Timeout = 60_000 });

        await StoredDrafts.HoldAsync(suite.App, "Typed online and then without a line");
        await Expect(title).ToHaveValueAsync("Typed online and then without a line");
        watched.Forgive();
        await sheet.GoToAsync("threats");
        await Expect(title).ToHaveValueAsync("Typed online and then without a line");
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "discard" }).ClickAsync();
        await Expect(title).ToHaveCountAsync(0);
        Assert.Equal(0, await StoredDrafts.CountAsync(suite.App, "then without a line"));
    }

    [Fact]
    public async Task A_draft_of_a_value_that_others_changed_meanwhile_is_asked_about_when_it_is_saved()
    {
        await using var mine = await suite.OpenAsync();
        var sheet = await Sheet.MakeAsync(mine, "A draft overtaken");
        await sheet.ShowAsync("component");
        await sheet.AddAsync("web");
        var panel = await sheet.OpenAsync("web");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Technology: Not said. Edit" }).ClickAsync();
        await panel.GetByRole(AriaRole.Textbox, new() { Name = "Technology" }).FillAsync("my words");
        await StoredDrafts.HoldAsync(suite.App, "my words");
        var address = new Uri(sheet.Page.Url).PathAndQuery;
        await mine.GoToAsync("/models");

        await using (var theirs = await suite.OpenAsync(address))
        {
            var box = theirs.Page.Locator("#details").GetByRole(AriaRole.Textbox, new() { Name = "Technology" });
            // The same person elsewhere finds the draft, and gives it up; a third window has it still.
            await Expect(box).ToHaveValueAsync("my words");
            await using var third = await suite.OpenAsync(address);
            await Expect(third.Page.Locator("#details").GetByText("Unsaved draft from")).ToBeVisibleAsync();
            await box.FillAsync("their words");
            await theirs.Page.Locator("#details").GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await Expect(third.Page.GetByText("what is saved has changed since")).ToBeVisibleAsync();
            await third.Page.Locator("#details").GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await Expect(third.Page.GetByText("their words").First).ToBeVisibleAsync();
            await Expect(third.Page.GetByText("my words").First).ToBeVisibleAsync();
            await third.Page.GetByRole(AriaRole.Button, new() { Name = "Keep mine" }).First.ClickAsync();
        }
    }

    /// <returns>The address of the panel in which the words stand, unsaved.</returns>
    private static async Task<string> WriteAsync(WatchedPage watched, RunningApp app)
    {
        var sheet = await Sheet.MakeAsync(watched, "Cut off");
        await sheet.ShowAsync("component");
        await sheet.AddAsync("web");
        var panel = await sheet.OpenAsync("web");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Description: Not said. Edit" }).ClickAsync();
        await panel.GetByRole(AriaRole.Textbox, new() { Name = "Description" }).PressSequentiallyAsync(Words);
        await StoredDrafts.HoldAsync(app, Words);
        return new Uri(sheet.Page.Url).PathAndQuery;
    }
}
