using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Drawing;
using ThreatBoard.Browser.Tests.Running;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests.Together;

public sealed class ConflictTests(LoggedIn suite)
{
    /// <summary>Five times what is promised.</summary>
    private const float SeenByOthers = 10_000;

    [Fact]
    [Trait("Matrix", "B1")]
    public async Task Who_edits_a_field_that_somebody_changed_meanwhile_sees_all_three_values_and_chooses()
    {
        await using var watched = await suite.OpenAsync();
        var (sheet, panel, grace) = await BeginAsync(watched, "Edited by two");
        await using var _ = grace;
        var web = await grace.ComponentAsync("web");
        await BeginAsync(panel, "my words");
        await grace.DoAsync(Change.Of(web, web with { Technology = "their words" }));
        await SaveAsync(panel);

        var dialog = sheet.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("Somebody changed this while you did");
        await Expect(dialog).ToContainTextAsync("Theirs, saved by Grace just now");
        await Expect(Side(dialog, "base")).ToHaveTextAsync("–");
        await Expect(Side(dialog, "theirs")).ToHaveTextAsync("their words");
        await Expect(Side(dialog, "mine")).ToHaveTextAsync("my words");
        Assert.Empty(await watched.SeriousFindingsAsync());
        Assert.Equal("their words", (await grace.ComponentAsync("web")).Technology);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Edit", Exact = true }).ClickAsync();
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "technology" }).FillAsync("our words");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save this value" }).ClickAsync();

        await Expect(panel.GetByRole(AriaRole.Button, new() { Name = "Technology: our words. Edit" })).ToBeVisibleAsync();
        Assert.Equal(["You: technology their words → our words", "Grace: technology  → their words"], (await grace.HistoryAsync(EntityRef.To(web))).Take(2));
    }

    [Fact]
    [Trait("Matrix", "B1")]
    public async Task A_conflict_that_is_left_keeps_what_was_typed_and_saves_nothing()
    {
        await using var watched = await suite.OpenAsync();
        var (sheet, panel, grace) = await BeginAsync(watched, "Decided later");
        await using var _ = grace;
        var web = await grace.ComponentAsync("web");
        await BeginAsync(panel, "my words");
        await grace.DoAsync(Change.Of(web, web with { Technology = "their words" }));
        await SaveAsync(panel);
        await Expect(sheet.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await sheet.Page.Keyboard.PressAsync("Escape");

        await Expect(sheet.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(panel.GetByRole(AriaRole.Textbox, new() { Name = "Technology" })).ToHaveValueAsync("my words");
        Assert.Equal("their words", (await grace.ComponentAsync("web")).Technology);
        await SaveAsync(panel);
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Take theirs" }).ClickAsync();
        await Expect(panel.GetByRole(AriaRole.Button, new() { Name = "Technology: their words. Edit" })).ToBeVisibleAsync();
    }

    [Fact]
    [Trait("Matrix", "B2")]
    public async Task Different_fields_of_one_thing_are_joined_unasked_and_both_see_both()
    {
        await using var first = await suite.OpenAsync();
        var sheet = await Sheet.MakeAsync(first, "Joined");
        await sheet.ShowAsync("component");
        await sheet.AddAsync("web");
        var panel = await sheet.OpenAsync("web");
        await using var second = await suite.OpenAsync(new Uri(first.Page.Url).PathAndQuery);
        var other = second.Page.Locator("#details");
        await BeginAsync(panel, "nginx");
        await other.GetByRole(AriaRole.Button, new() { Name = "Description: Not said. Edit" }).ClickAsync();
        await other.GetByRole(AriaRole.Textbox, new() { Name = "Description" }).FillAsync("answers browsers");
        await Task.WhenAll(SaveAsync(panel), SaveAsync(other));

        foreach (var shown in new[] { panel, other })
        {
            await Expect(shown.GetByRole(AriaRole.Button, new() { Name = "Technology: nginx. Edit" })).ToBeVisibleAsync(new() { Timeout = SeenByOthers });
            await Expect(shown.GetByRole(AriaRole.Button, new() { Name = "Description: answers browsers. Edit" })).ToBeVisibleAsync(new() { Timeout = SeenByOthers });
        }
    }

    [Fact]
    [Trait("Matrix", "B3")]
    public async Task Who_edits_what_was_deleted_under_them_is_told_by_whom_and_restores_it_with_the_edit()
    {
        await using var watched = await suite.OpenAsync();
        var (sheet, panel, grace) = await BeginAsync(watched, "Deleted under me");
        await using var _ = grace;
        var web = await grace.ComponentAsync("web");
        var threat = Some.Threat(ThreatSubject.Of(web));
        await grace.DoAsync(Change.Add(threat));
        await BeginAsync(panel, "my words");
        await grace.DoAsync(Change.Remove(web));

        await Expect(panel.GetByRole(AriaRole.Alert)).ToContainTextAsync("component web was deleted by Grace just now", new() { Timeout = SeenByOthers });
        await Expect(panel.GetByRole(AriaRole.Textbox, new() { Name = "Technology" })).ToHaveValueAsync("my words");
        await SaveAsync(panel);
        await Expect(sheet.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Deleted by Grace just now");
        Assert.Empty(await watched.SeriousFindingsAsync());
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Restore it with my edit" }).ClickAsync();

        await Expect(panel.GetByRole(AriaRole.Button, new() { Name = "Technology: my words. Edit" })).ToBeVisibleAsync();
        var model = await grace.ModelAsync();
        Assert.Equal(("my words", false), (model.Find<Component>(web.Id)!.Technology, model.Find<Threat>(threat.Id)!.Subject.IsGone));
    }

    [Fact]
    [Trait("Matrix", "B4")]
    public async Task What_one_moves_and_another_renames_is_moved_and_renamed()
    {
        await using var watched = await suite.OpenAsync();
        var sheet = await Sheet.MakeAsync(watched, "Moved and renamed");
        await sheet.Canvas.AddAsync("Process", "web");
        await sheet.Canvas.AddAsync("Zone", "edge");
        await using var grace = await Colleague.JoinAsync(suite.App, sheet.Model);
        var web = await grace.ComponentAsync("web");
        var zone = (await grace.ModelAsync()).All<Boundary>().Single();
        await sheet.Canvas.SelectAsync("web");
        await sheet.Canvas.PressAsync("F2");
        await sheet.Canvas.NameBox.FillAsync("frontend");
        await grace.DoAsync(Change.Of(web, web with { Zone = zone.Id }));
        await sheet.Canvas.NameBox.PressAsync("Enter");

        await sheet.Canvas.SceneAsync("'frontend' is drawn", scene => Canvas.Has(scene, "frontend"));
        Assert.Equal(zone.Id, (await grace.ComponentAsync("frontend")).Zone);
    }

    [Fact]
    [Trait("Matrix", "B5")]
    public async Task A_form_whose_button_is_pressed_twice_before_the_screen_changes_is_saved_once()
    {
        await using var watched = await suite.OpenAsync();
        var (sheet, panel, grace) = await BeginAsync(watched, "Pressed in a hurry");
        await using var _ = grace;
        var before = await grace.EntriesAsync();
        await BeginAsync(panel, "nginx");
        await panel.Locator("form:has(input[aria-label=Technology])").EvaluateAsync("form => { for (let i = 0; i < 5; i++) form.requestSubmit(); }");
        await Expect(panel.GetByRole(AriaRole.Button, new() { Name = "Technology: nginx. Edit" })).ToBeVisibleAsync();
        await sheet.GoToAsync("threats");
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Write one", Exact = true }).ClickAsync();
        await sheet.Page.GetByLabel("What could go wrong").FillAsync("Orders leak");
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Add the threat" }).DblClickAsync();

        await Expect(sheet.Page.Locator("#details")).ToContainTextAsync("Orders leak");
        await Expect(sheet.Page.GetByRole(AriaRole.Form, new() { Name = "Write a threat" })).ToHaveCountAsync(0);
        Assert.Equal("Orders leak", Assert.Single((await grace.ModelAsync()).All<Threat>()).Title);
        Assert.Equal(before + 2, await grace.EntriesAsync());
    }

    [Fact]
    [Trait("Matrix", "B6")]
    public async Task Undoing_over_what_somebody_did_since_asks_first()
    {
        await using var watched = await suite.OpenAsync();
        var (sheet, panel, grace) = await BeginAsync(watched, "Undone among others");
        await using var _ = grace;
        await BeginAsync(panel, "nginx");
        await SaveAsync(panel);
        var undo = sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Undo changing component “web”" });
        await Expect(panel.GetByRole(AriaRole.Button, new() { Name = "Technology: nginx. Edit" })).ToBeVisibleAsync();
        var web = await grace.ComponentAsync("web");
        await grace.DoAsync(Change.Of(web, web with { Technology = "envoy", Description = "at the edge" }));
        await sheet.ShowAsync("component");
        await undo.ClickAsync();

        var dialog = sheet.Page.GetByRole(AriaRole.Alertdialog);
        await Expect(dialog).ToContainTextAsync("Undo would overwrite what others did since");
        await Expect(Side(dialog, "theirs")).ToHaveTextAsync("envoy");
        await Expect(dialog).ToContainTextAsync("by Grace");
        Assert.Empty(await watched.SeriousFindingsAsync());
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Leave it" }).ClickAsync();
        Assert.Equal("envoy", (await grace.ComponentAsync("web")).Technology);
        await undo.ClickAsync();
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Undo anyway" }).ClickAsync();
        await Expect(sheet.Page.GetByRole(AriaRole.Alertdialog)).ToHaveCountAsync(0);
        await Expect(sheet.Page.Locator(".tb-hidden[role=status]").Filter(new() { HasText = "Undone." })).ToHaveCountAsync(1);
        Assert.Equal(("", "at the edge"), ((await grace.ComponentAsync("web")).Technology, (await grace.ComponentAsync("web")).Description));
    }

    [Fact]
    public async Task Removing_names_what_goes_along_before_it_goes()
    {
        await using var watched = await suite.OpenAsync();
        var sheet = await Sheet.MakeAsync(watched, "Goes along");
        await sheet.ShowAsync("component");
        await sheet.AddAsync("web");
        await sheet.AddAsync("orders");
        await sheet.ShowAsync("flow");
        await sheet.ConnectAsync("reads", "web", "orders");
        await sheet.ShowAsync("component");
        await sheet.Row("web").GetByRole(AriaRole.Button, new() { Name = "Remove web" }).ClickAsync();
        var dialog = sheet.Page.GetByRole(AriaRole.Alertdialog);
        await Expect(dialog).ToContainTextAsync("web → orders");
        Assert.Empty(await watched.SeriousFindingsAsync());
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Keep everything" }).ClickAsync();
        await Expect(sheet.Row("web")).ToHaveCountAsync(1);

        await sheet.Canvas.OpenAsync();
        await sheet.Canvas.SelectAsync("web");
        await sheet.Canvas.PressAsync("Delete");
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Remove all of it" }).ClickAsync();
        await sheet.Canvas.SceneAsync("'web' is gone", scene => !Canvas.Has(scene, "web"));
    }

    private async Task<(Sheet Sheet, ILocator Panel, Colleague Grace)> BeginAsync(WatchedPage watched, string model)
    {
        var sheet = await Sheet.MakeAsync(watched, model);
        await sheet.ShowAsync("component");
        await sheet.AddAsync("web");
        return (sheet, await sheet.OpenAsync("web"), await Colleague.JoinAsync(suite.App, sheet.Model));
    }

    private static async Task BeginAsync(ILocator panel, string words)
    {
        await panel.GetByRole(AriaRole.Button, new() { Name = "Technology: Not said. Edit" }).ClickAsync();
        await panel.GetByRole(AriaRole.Textbox, new() { Name = "Technology" }).FillAsync(words);
    }

    private static Task SaveAsync(ILocator panel) => panel.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

    private static ILocator Side(ILocator dialog, string side) => dialog.Locator($"[data-side={side}]");
}
