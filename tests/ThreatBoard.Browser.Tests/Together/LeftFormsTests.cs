using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Drawing;
using ThreatBoard.Browser.Tests.Running;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests.Together;

/// <summary>What is typed into a form and not sent is there again on a new page, after the old one was closed without a word.</summary>
public sealed class LeftFormsTests(LoggedIn suite)
{
    [Fact]
    public async Task New_models_and_imports_that_were_begun()
    {
        await using (var left = await suite.OpenAsync("/models/new"))
        {
            await left.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Half a model");
            await left.Page.GetByLabel("What is it about?").FillAsync("Nothing but socks");
            await StoredDrafts.HoldAsync(suite.App, "Nothing but socks");
        }

        await using (var left = await suite.OpenAsync("/models/new/import"))
        {
            await left.Page.GetByLabel("New model's name").FillAsync("Half an import");
            await StoredDrafts.HoldAsync(suite.App, "Half an import");
        }

        await using var again = await suite.OpenAsync("/models/new");
        await Expect(again.Page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Half a model");
        await Expect(again.Page.GetByLabel("What is it about?")).ToHaveValueAsync("Nothing but socks");
        Assert.Empty(await again.SeriousFindingsAsync());
        await DiscardAsync(again.Page);
        await Expect(again.Page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("");
        await again.GoToAsync("/models/new/import");
        await Expect(again.Page.GetByLabel("New model's name")).ToHaveValueAsync("Half an import");
        Assert.Empty(await again.SeriousFindingsAsync());
        await DiscardAsync(again.Page);
        await Expect(again.Page.GetByLabel("New model's name")).ToHaveValueAsync("");
        Assert.Equal(0, await StoredDrafts.CountAsync(suite.App, "Half"));
    }

    [Fact]
    public async Task Comments_that_are_written_and_changed_and_messages_of_revisions()
    {
        string model, panel;
        await using (var left = await suite.OpenAsync())
        {
            var sheet = await Sheet.MakeAsync(left, "Talked about");
            await sheet.ShowAsync("component");
            await sheet.AddAsync("web");
            var details = await sheet.OpenAsync("web");
            (model, panel) = (sheet.Model, new Uri(left.Page.Url).PathAndQuery);
            await SayAsync(details, "First words");
            await details.GetByRole(AriaRole.Button, new() { Name = "Edit your comment" }).ClickAsync();
            await details.GetByRole(AriaRole.Textbox, new() { Name = "Edit your comment" }).FillAsync("Second thoughts");
            await StoredDrafts.HoldAsync(suite.App, "Second thoughts");
            await sheet.GoToAsync("revisions?publish=true");
            await left.Page.GetByLabel("What is it about?").FillAsync("The first one");
            await left.Page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
            await left.Page.ArriveAtAsync("**/revisions");
            await sheet.GoToAsync("revisions?publish=true&comments=1");
            await left.Page.GetByLabel("Write a comment").FillAsync("About the first");
            await left.Page.GetByLabel("What is it about?").FillAsync("The second, half written");
            await StoredDrafts.HoldAsync(suite.App, "About the first");
            await StoredDrafts.HoldAsync(suite.App, "The second, half");
        }

        await using var again = await suite.OpenAsync(panel);
        var box = again.Page.Locator("#details").GetByRole(AriaRole.Textbox, new() { Name = "Edit your comment" });
        await Expect(box).ToHaveValueAsync("Second thoughts");
        await Expect(again.Page.Locator("#details").GetByText("Unsaved draft from")).ToBeVisibleAsync();
        await again.Page.Locator("#details").GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(again.Page.Locator("#details article").GetByText("Second thoughts")).ToBeVisibleAsync();
        Assert.Equal(0, await StoredDrafts.CountAsync(suite.App, "Second thoughts"));
        await again.GoToAsync($"/models/{model}/revisions?publish=true&comments=1");
        await Expect(again.Page.GetByLabel("Write a comment")).ToHaveValueAsync("About the first");
        await Expect(again.Page.GetByLabel("What is it about?")).ToHaveValueAsync("The second, half written");
        Assert.Empty(await again.SeriousFindingsAsync());
    }

    [Fact]
    public async Task Names_on_the_canvas_and_edits_of_many_threats()
    {
        string model;
        await using (var left = await suite.OpenAsync())
        {
            var sheet = await Sheet.MakeAsync(left, "Left on the canvas");
            model = sheet.Model;
            await sheet.Canvas.AddAsync("Process", "web");
            await using var grace = await Colleague.JoinAsync(suite.App, model);
            await grace.DoAsync(Change.Add(Some.Threat(ThreatSubject.Of(await grace.ComponentAsync("web"))) with { Title = "Read by anybody" }));
            await sheet.GoToAsync("threats");
            await left.Page.GetByLabel("Select Read by anybody").CheckAsync();
            await left.Page.GetByLabel("Tags to add").FillAsync("half-typed");
            await StoredDrafts.HoldAsync(suite.App, "half-typed");
            await sheet.Canvas.OpenAsync();
            await NameAsync(sheet.Canvas, "web");
            await sheet.Canvas.NameBox.FillAsync("the web shop");
            await StoredDrafts.HoldAsync(suite.App, "the web shop");
        }

        await using var again = await suite.OpenAsync($"/models/{model}/threats");
        await Expect(again.Page.GetByLabel("Tags to add")).ToHaveValueAsync("half-typed");
        await Expect(again.Page.GetByText("1 selected")).ToBeVisibleAsync();
        Assert.Empty(await again.SeriousFindingsAsync());
        await again.Page.GetByRole(AriaRole.Button, new() { Name = "Change 1" }).ClickAsync();
        await Expect(again.Page.GetByText("1 selected")).ToHaveCountAsync(0);
        Assert.Equal(0, await StoredDrafts.CountAsync(suite.App, "half-typed"));
        var canvas = new Canvas(again.Page, model);
        await canvas.OpenAsync();
        await NameAsync(canvas, "web");
        await Expect(canvas.NameBox).ToHaveValueAsync("the web shop");
        await canvas.NameBox.PressAsync("Enter");
        await canvas.SceneAsync("it is renamed", scene => Canvas.Has(scene, "the web shop"));
    }

    private static async Task NameAsync(Canvas canvas, string element)
    {
        await canvas.SelectAsync(element);
        await canvas.PressAsync("F2");
        await canvas.NameBox.WaitForAsync();
    }

    private static async Task SayAsync(ILocator panel, string words)
    {
        await panel.GetByLabel("Write a comment").FillAsync(words);
        await panel.GetByRole(AriaRole.Button, new() { Name = "Comment", Exact = true }).ClickAsync();
        await Expect(panel.Locator("article").GetByText(words)).ToBeVisibleAsync();
    }

    private static Task DiscardAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "discard" }).ClickAsync();
}
