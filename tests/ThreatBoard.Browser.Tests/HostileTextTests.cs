using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Drawing;
using ThreatBoard.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests;

/// <summary>Markup, scripts and templates in any name are text, on every page; the page itself fails on dialogs and CSP violations.</summary>
public sealed class HostileTextTests(LoggedIn suite)
{
    private const string Image = "<img src=x onerror=alert(1)>";
    private const string Script = "</script><script>alert(2)</script>";
    private const string Svg = "\"><svg onload=alert(3)>";
    private const string Template = "{{7*7}}";

    [Fact]
    public async Task What_people_name_like_a_script_is_shown_as_they_typed_it()
    {
        await using var watched = await suite.OpenAsync();
        var sheet = await Sheet.MakeAsync(watched, Image);
        await Expect(sheet.Page.Locator(".tb-crumbs")).ToContainTextAsync(Image);
        await DrawAsync(sheet);
        await sheet.GoToAsync("revisions?publish=true");
        await PublishAsync(sheet, Script);
        var threat = await WriteThreatAsync(sheet);
        await threat.GetByLabel("Write a comment").FillAsync(Svg);
        await threat.GetByRole(AriaRole.Button, new() { Name = "Comment", Exact = true }).ClickAsync();
        await ShownAsync(threat, Svg);
        await TicketAsync(sheet, threat);
        await sheet.GoToAsync("revisions?publish=true");
        await PublishAsync(sheet, Image);

        await sheet.GoToAsync("revisions/0..2");
        await ShownAsync(sheet.Page.Locator("main"), Image, Script, Template);
        await sheet.GoToAsync("revisions/1..2?view=threats");
        await ShownAsync(sheet.Page.Locator("main"), Image);
        await watched.GoToAsync("/models");
        await ShownAsync(sheet.Page.Locator("main"), Image);
        await NothingRanAsync(sheet);
    }

    [Fact]
    public async Task What_manifests_name_like_a_script_is_shown_as_they_have_it()
    {
        await using var watched = await suite.OpenAsync();
        var sheet = await Sheet.MakeAsync(watched, "Hostile manifests");
        await sheet.GoToAsync("import");
        await sheet.Page.GetByLabel("Source (a repository or service)").FillAsync(Script);
        await sheet.Page.GetByLabel("Cluster").FillAsync(Svg);
        await sheet.Page.GetByLabel("Or paste them").FillAsync(
            $"apiVersion: v1\nkind: Pod\nmetadata: {{name: '{Image}', namespace: '{Script}'}}\nspec: {{containers: [{{name: '{Image}', image: '{Svg}'}}]}}\n---\nkind: ['{Image}'\n");
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Read, and show what would change" }).ClickAsync();
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Go on with the" }).ClickAsync(new() { Timeout = 30_000 });
        await sheet.Page.ArriveAtAsync("**/changes");
        await ShownAsync(sheet.Page.Locator("main"), Image, Script);
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Take " }).And(sheet.Page.Locator(".primary")).ClickAsync();
        await Expect(sheet.Page.GetByText("changes taken")).ToBeVisibleAsync(new() { Timeout = 30_000 });

        await sheet.GoToAsync("sources");
        await ShownAsync(sheet.Page.Locator("main"), Script, Svg);
        await sheet.ShowAsync("component");
        var details = await sheet.OpenAsync(Image);
        await ShownAsync(details, Image, Svg);
        await sheet.GoToAsync("threats");
        await Expect(sheet.Page.Locator("table.threats .c-subject").Filter(new() { HasText = Image }).First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await sheet.Canvas.OpenAsync();
        await sheet.Canvas.SceneAsync("drawn", scene => Canvas.Has(scene, Image) && Canvas.Has(scene, Script));
        await NothingRanAsync(sheet);
    }

    private static async Task DrawAsync(Sheet sheet)
    {
        await sheet.ShowAsync("boundary");
        await sheet.AddAsync(Script, "namespace");
        await sheet.ShowAsync("component");
        foreach (var name in new[] { Image, Svg, Template }) await sheet.AddAsync(name, "process", $"in {Script} (namespace)");
        await sheet.ShowAsync("flow");
        await sheet.ConnectAsync(Script, Image, Svg);
        var flow = await sheet.OpenAsync(Script);
        await ShownAsync(flow, Script, Image, Svg);
        await sheet.ShowAsync("component");
        var details = await sheet.OpenAsync(Image);
        await details.GetByRole(AriaRole.Button, new() { NameRegex = new("^Tags: ", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) }).ClickAsync();
        await details.GetByRole(AriaRole.Textbox, new() { Name = "Tags" }).FillAsync(Script);
        await details.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(sheet.Row(Image).Locator("td").Nth(4)).ToHaveTextAsync(Script);
        await sheet.Canvas.OpenAsync();
        await sheet.Canvas.SelectAsync(Image);
        await sheet.Canvas.PressAsync("F2");
        await Expect(sheet.Canvas.NameBox).ToHaveValueAsync(Image);
        await sheet.Canvas.NameBox.PressAsync("Escape");
        await sheet.Canvas.SceneAsync("drawn", scene => new[] { Image, Svg, Template, Script }.All(name => Canvas.Has(scene, name)));
    }

    private static async Task<ILocator> WriteThreatAsync(Sheet sheet)
    {
        await sheet.GoToAsync("threats");
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Write one", Exact = true }).ClickAsync();
        await sheet.Page.GetByLabel("What could go wrong").FillAsync(Image);
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Add the threat" }).ClickAsync();
        await ShownAsync(sheet.Page.Locator("table.threats"), Image);
        await sheet.Page.Locator("table.threats tbody tr").Filter(new() { HasText = Image }).First.ClickAsync();
        var details = sheet.Page.Locator("#details");
        await ShownAsync(details, Image);
        return details;
    }

    private static async Task TicketAsync(Sheet sheet, ILocator threat)
    {
        await threat.GetByRole(AriaRole.Button, new() { Name = "New mitigation" }).ClickAsync();
        await threat.GetByLabel("What is to be done").FillAsync(Svg);
        await threat.GetByRole(AriaRole.Button, new() { Name = "Add the mitigation" }).ClickAsync();
        await threat.GetByRole(AriaRole.Link, new() { Name = Svg }).ClickAsync();
        await sheet.Page.ArriveAtAsync("**open=mitigation**");
        await threat.GetByRole(AriaRole.Button, new() { Name = "Ticket: https://…. Edit" }).ClickAsync();
        await threat.GetByRole(AriaRole.Textbox, new() { Name = "Ticket" }).FillAsync("javascript:alert(4)");
        await threat.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(threat.GetByText("A ticket is a web address").First).ToBeVisibleAsync();
        await Expect(sheet.Page.Locator("a[href^='javascript']")).ToHaveCountAsync(0);
    }

    private static async Task PublishAsync(Sheet sheet, string message)
    {
        await sheet.Page.GetByLabel("What is it about?").FillAsync(message);
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await Expect(sheet.Page.Locator("td.message").Filter(new() { HasText = message })).ToHaveTextAsync(message);
    }

    private static async Task ShownAsync(ILocator where, params string[] texts)
    {
        foreach (var text in texts)
            await Expect(where.GetByText(text, new() { Exact = true }).Locator("visible=true").First).ToHaveTextAsync(text, new() { Timeout = 30_000 });
    }

    private static async Task NothingRanAsync(Sheet sheet) => await Expect(sheet.Page.Locator("img[src=x], svg[onload]")).ToHaveCountAsync(0);
}
