using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Drawing;
using ThreatBoard.Browser.Tests.Running;
using ThreatBoard.Testing.Running;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests.Together;

/// <summary>What one does the others see, within Playwright's five seconds: five times what is promised.</summary>
public sealed class LiveTests(LoggedIn suite)
{
    private const string Camera = "() => { const cy = document.querySelector('.diagram-canvas')._cyreg.cy; return JSON.stringify([cy.zoom(), cy.pan(), cy.$(':selected').map(e => e.id())]); }";

    [Fact]
    public async Task What_one_changes_the_other_sees_and_loses_nothing_of_what_they_type_and_see()
    {
        await using var guests = await Guests.OfAsync(suite.App);
        await using var mine = await suite.OpenAsync();
        await SeenAsync(guests, mine, suite.App);
    }

    [Fact]
    public async Task People_at_two_processes_on_one_database_see_the_same()
    {
        await using var guests = await Guests.OfAsync(suite.App);
        await using var second = await guests.StartAnotherAsync();
        await using var mine = await suite.OpenAsync();
        await SeenAsync(guests, mine, second);
    }

    private async Task SeenAsync(Guests guests, WatchedPage mine, RunningApp herApp)
    {
        var sheet = await Sheet.MakeAsync(mine, "Seen by two");
        await sheet.ShowAsync("component");
        await sheet.AddAsync("web");
        var panel = await sheet.OpenAsync("web");
        await using var hers = await guests.OpenAsync(suite.Chromium.Browser, herApp, "Anna", new Uri(sheet.Page.Url).PathAndQuery);
        await InventoryAsync(sheet, panel, hers.Page);
        await using var drawing = await guests.OpenAsync(suite.Chromium.Browser, herApp, "Dora", $"/models/{sheet.Model}/diagram");
        await DiagramAsync(sheet, drawing.Page);
        await using var listing = await guests.OpenAsync(suite.Chromium.Browser, herApp, "Lena", $"/models/{sheet.Model}/threats");
        await ThreatsAsync(sheet, listing.Page);
    }

    private static async Task InventoryAsync(Sheet sheet, ILocator panel, IPage hers)
    {
        var her = hers.Locator("#details");
        await her.GetByRole(AriaRole.Button, new() { Name = "Description: Not said. Edit" }).ClickAsync();
        var box = her.GetByRole(AriaRole.Textbox, new() { Name = "Description" });
        await box.PressSequentiallyAsync("half a sen");
        var address = hers.Url;

        await sheet.AddAsync("api");
        await Expect(hers.Locator("tbody tr").Filter(new() { HasText = "api" })).ToHaveCountAsync(1);
        await panel.GetByRole(AriaRole.Button, new() { Name = "Technology: Not said. Edit" }).ClickAsync();
        await panel.GetByRole(AriaRole.Textbox, new() { Name = "Technology" }).FillAsync("nginx");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(her.GetByRole(AriaRole.Button, new() { Name = "Technology: nginx. Edit" })).ToBeVisibleAsync();
        await panel.GetByLabel("Write a comment").FillAsync("Who patches it?");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Comment", Exact = true }).ClickAsync();
        await Expect(her.GetByText("Who patches it?")).ToBeVisibleAsync();

        await Expect(box).ToBeFocusedAsync();
        await box.PressSequentiallyAsync("tence");
        await Expect(box).ToHaveValueAsync("half a sentence");
        Assert.Equal(address, hers.Url);
    }

    private static async Task DiagramAsync(Sheet sheet, IPage hers)
    {
        await hers.Locator(".diagram-canvas[data-ready]").WaitForAsync();
        var fitted = await hers.EvaluateAsync<double>("() => document.querySelector('.diagram-canvas')._cyreg.cy.zoom()");
        await hers.Locator(".diagram-canvas").HoverAsync();
        await hers.Mouse.WheelAsync(0, -300);
        await hers.WaitForFunctionAsync("fitted => document.querySelector('.diagram-canvas')._cyreg.cy.zoom() !== fitted", fitted);
        await hers.Locator(".diagram-canvas").PressAsync("Control+a");
        var drawn = await hers.EvaluateAsync<int>("() => document.querySelector('.diagram-canvas')._cyreg.cy.nodes().length");
        var before = await hers.EvaluateAsync<string>(Camera);
        await sheet.AddAsync("store");
        await hers.WaitForFunctionAsync("drawn => document.querySelector('.diagram-canvas')._cyreg.cy.nodes().length === drawn + 1", drawn);
        Assert.Equal(before, await hers.EvaluateAsync<string>(Camera));
    }

    private static async Task ThreatsAsync(Sheet sheet, IPage hers)
    {
        await hers.GetByRole(AriaRole.Button, new() { Name = "Write one", Exact = true }).ClickAsync();
        var box = hers.GetByLabel("What could go wrong");
        await box.PressSequentiallyAsync("Somebody re");
        await sheet.GoToAsync("threats");
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Write one", Exact = true }).ClickAsync();
        await sheet.Page.GetByLabel("What could go wrong").FillAsync("The cable is cut");
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Add the threat" }).ClickAsync();
        await Expect(hers.GetByText("The cable is cut").First).ToBeVisibleAsync();
        await box.PressSequentiallyAsync("ads it");
        await Expect(box).ToHaveValueAsync("Somebody reads it");

        await hers.GetByRole(AriaRole.Link, new() { Name = "Mitigations" }).First.ClickAsync();
        await hers.ArriveAtAsync("**/mitigations");
        await sheet.GoToAsync("mitigations");
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "New mitigation" }).First.ClickAsync();
        await sheet.Page.GetByLabel("What is to be done").FillAsync("Lay a second cable");
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Add the mitigation" }).ClickAsync();
        await Expect(hers.GetByRole(AriaRole.Link, new() { Name = "Lay a second cable" })).ToBeVisibleAsync();
    }
}
