using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Drawing;
using ThreatBoard.Browser.Tests.Running;
using ThreatBoard.Data.Accounts;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests.Together;

public sealed class MentionTests(LoggedIn suite)
{
    [Fact]
    public async Task Somebody_is_mentioned_by_keyboard_alone_and_finds_it_in_their_inbox()
    {
        var team = await suite.Colleagues.TeamAsync();
        var room = await team.NewWorkspaceAsync("Mentions", TestContext.Current.CancellationToken);
        var ada = await suite.Colleagues.AddAsync("Ada Lovelace", Role.Owner, room);
        var grace = await suite.Colleagues.AddAsync("Grace Hopper", Role.Viewer, room);
        await suite.Colleagues.AddAsync("Grant Green", Role.Viewer, room);
        await using var watched = await suite.Colleagues.SignInAsync(ada);
        var sheet = await Sheet.MakeAsync(watched, "Spoken about");
        await sheet.ShowAsync("component");
        await sheet.AddAsync("web");
        var panel = await sheet.OpenAsync("web");
        var box = panel.GetByLabel("Write a comment");

        await box.PressSequentiallyAsync("Look, @Gra");
        await Expect(panel.GetByRole(AriaRole.Button, new() { Name = "Grant Green" })).ToBeVisibleAsync();
        await box.PressAsync("Escape");
        await Expect(panel.GetByRole(AriaRole.Button, new() { Name = "Grant Green" })).ToHaveCountAsync(0);
        await box.PressSequentiallyAsync("c");
        await Expect(panel.GetByRole(AriaRole.Button, new() { Name = "Grace Hopper" })).ToBeVisibleAsync();
        await box.PressAsync("Enter");
        await Expect(box).ToHaveValueAsync("Look, @Grace Hopper ");
        await box.PressAsync("Control+Enter");
        await Expect(panel.Locator(".tb-mention")).ToHaveTextAsync("@Grace Hopper");

        await using var hers = await suite.Colleagues.SignInAsync(grace, "/inbox");
        await Expect(hers.Page.GetByText("Ada Lovelace mentioned you on “web”")).ToBeVisibleAsync();
    }
}
