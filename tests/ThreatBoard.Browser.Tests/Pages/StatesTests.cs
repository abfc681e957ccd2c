using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Drawing;
using ThreatBoard.Browser.Tests.Running;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Testing.Running;
using static Microsoft.Playwright.Assertions;
using Colleague = ThreatBoard.Browser.Tests.Together.Colleague;

namespace ThreatBoard.Browser.Tests.Pages;

/// <summary>What pages look like after a step: a token that was just made, a conflict, somebody else at work.</summary>
public sealed class StatesTests(LoggedIn suite, TeamSample team) : IClassFixture<TeamSample>
{
    [Fact]
    public async Task A_token_and_a_menu_that_were_just_opened()
    {
        await using var watched = await team.OpenAsync("/account/tokens");
        await watched.Page.GetByLabel("What is it for?").FillAsync("Nightly scan");
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Make the token" }).ClickAsync();
        await Expect(watched.Page.GetByLabel("The new token")).ToBeFocusedAsync();
        await Look.AtAsync(watched, "token-made");
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Ada Lovelace, your menu" }).ClickAsync();
        await Expect(watched.Page.GetByRole(AriaRole.Link, new() { Name = "Log out" })).ToBeVisibleAsync();
        await Look.AtAsync(watched, "person-menu");
    }

    [Fact]
    public async Task A_second_factor_being_set_up()
    {
        var tess = await team.JoinAsync("Tess Turner", Role.Viewer);
        await using var watched = await suite.Colleagues.SignInAsync(tess, "/account");
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Set up an authenticator app" }).ClickAsync();
        var key = await watched.Page.Locator(".account-key code").InnerTextAsync();
        await Look.AtAsync(watched, "second-factor-begun");
        await watched.Page.GetByLabel("Code of the app").FillAsync(AuthenticatorApp.CodeNow(key));
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Turn it on" }).ClickAsync();
        await Expect(watched.Page.GetByText("Keep these recovery codes")).ToBeVisibleAsync();
        await Look.AtAsync(watched, "recovery-codes");
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "I have kept them" }).ClickAsync();
        await Look.AtAsync(watched, "second-factor-on");
    }

    [Fact]
    public async Task A_workspace_that_asks_for_a_second_factor_which_was_not_shown()
    {
        var tess = await suite.Colleagues.AddAsync("Tess Turner", Role.Editor, await LockedAsync());
        await using var watched = await suite.Colleagues.SignInAsync(tess, "/workspaces");
        await Look.AtAsync(watched, "workspaces-shut");
    }

    [Fact]
    public async Task A_conflict_over_a_field()
    {
        await using var watched = await team.OpenAsync("/");
        var sheet = await Sheet.MakeAsync(watched, "Edited by two");
        await sheet.ShowAsync("component");
        await sheet.AddAsync("web");
        var panel = await sheet.OpenAsync("web");
        await using var grace = await Colleague.JoinAsync((await suite.Colleagues.TeamAsync()).App, sheet.Model, "Grace Hopper");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Technology: Not said. Edit" }).ClickAsync();
        await panel.GetByRole(AriaRole.Textbox, new() { Name = "Technology" }).FillAsync("nginx 1.27 behind an ingress");
        var web = await grace.ComponentAsync("web");
        await grace.DoAsync(Change.Of(web, web with { Technology = "envoy" }));
        await panel.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(watched.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await Look.AtAsync(watched, "conflict");
    }

    [Fact]
    public async Task A_diagram_on_which_somebody_else_has_chosen_something()
    {
        await using var hers = await suite.Colleagues.SignInAsync(team.Barbara, team.Filled("/models/{id}/diagram?open={component}"));
        await Expect(hers.Page.Locator(".diagram-canvas[data-ready]")).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        await using var watched = await team.OpenAsync("/models/{id}/diagram");
        await Expect(watched.Page.Locator(".diagram-canvas")).ToHaveAttributeAsync("data-people", new Regex("Barbara", RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = 60_000 });
        await Look.AtAsync(watched, "diagram-shared");
    }

    [Fact]
    public async Task A_change_set_that_waits()
    {
        await using var importing = await team.OpenAsync("/models/{id}/sources");
        await importing.Page.GetByRole(AriaRole.Button, new() { Name = "Import the hardened version" }).ClickAsync();
        await importing.Page.ArriveAtAsync("**/changes", 90_000);
        await using var watched = await team.OpenAsync(new Uri(importing.Page.Url).PathAndQuery);
        await Look.AtAsync(watched, "change-set");
    }

    [Fact]
    public async Task Logging_out()
    {
        await using var watched = await team.OpenAsync("/");
        await watched.Page.GotoAsync("/logout");
        await Look.AtAsync(watched, "log-out");
    }

    [Fact]
    public async Task An_installation_that_belongs_to_nobody_yet()
    {
        await using var app = new RunningApp { IsServer = true };
        await app.StartAsync();
        await using var watched = await suite.Colleagues.NobodyAsync(app);
        await watched.Page.GotoAsync(app.FirstLink);
        await Expect(watched.Page.GetByRole(AriaRole.Button, new() { Name = "Make my account" })).ToBeVisibleAsync();
        await Look.AtAsync(watched, "set-up");
    }

    private async Task<Guid> LockedAsync()
    {
        var app = await suite.Colleagues.TeamAsync();
        var workspace = await app.NewWorkspaceAsync("Payroll", TestContext.Current.CancellationToken);
        await app.ExecuteAsync("UPDATE workspace SET requires_second_factor = true WHERE id = $1", TestContext.Current.CancellationToken, workspace);
        return workspace;
    }
}
