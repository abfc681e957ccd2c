using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests.Drawing;

/// <summary>A model drawn by hand, without any import: on the canvas and by the inventory's forms.</summary>
public sealed class DrawingTests(LoggedIn suite)
{
    [Fact]
    public async Task What_is_added_moved_connected_renamed_and_deleted_on_the_canvas_is_there_after_a_reload()
    {
        await using var watched = await suite.OpenAsync();
        var sheet = await Sheet.MakeAsync(watched, "Drawn on the canvas");
        var canvas = sheet.Canvas;
        await canvas.AddAsync("Process", "web");
        await canvas.PressAsync("Escape");
        await canvas.AddAsync("Data store", "orders");
        await canvas.PressAsync("Escape");
        await sheet.Page.ArriveAtAsync(new Regex("^(?!.*open=)", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var added = Canvas.Places(await canvas.SceneAsync("drawn", _ => true));
        await canvas.DragAsync("orders", -220, 140);
        await canvas.SceneAsync("moved", scene => Canvas.Places(scene) != added);
        await canvas.ConnectAsync("web", "orders");
        await canvas.SceneAsync("connected", scene => scene.GetProperty("flows").GetArrayLength() == 1);
        await canvas.RenameAsync("web", "storefront");
        await canvas.AddAsync("External entity", "courier");
        await canvas.PressAsync("Delete");
        var left = await canvas.SceneAsync("deleted", scene => !Canvas.Has(scene, "courier"));
        var seen = await canvas.SeenAsync();

        await sheet.Page.ReloadAsync();
        await canvas.DrawnAsync();

        Assert.Equal(left.ToString(), (await canvas.SceneAsync("there", _ => true)).ToString());
        Assert.Equal(seen, await canvas.SeenAsync());
    }

    [Fact]
    public async Task What_was_done_before_a_reload_is_undone_and_redone_after_it()
    {
        await using var watched = await suite.OpenAsync();
        var sheet = await Sheet.MakeAsync(watched, "Undone after a reload");
        var canvas = sheet.Canvas;
        await canvas.AddAsync("Process", "web");
        await canvas.PressAsync("Delete");
        await canvas.SceneAsync("deleted", scene => !Canvas.Has(scene, "web"));

        await sheet.Page.ReloadAsync();
        await canvas.DrawnAsync();
        await sheet.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Undo .", RegexOptions.None, TimeSpan.FromSeconds(1)) }).ClickAsync();
        await canvas.SceneAsync("back", scene => Canvas.Has(scene, "web"));
        await sheet.Page.ReloadAsync();
        await canvas.DrawnAsync();
        await canvas.PressAsync("Control+Shift+z");
        await canvas.SceneAsync("deleted again", scene => !Canvas.Has(scene, "web"));
    }

    [Fact]
    public async Task Every_kind_of_element_is_drawn_by_form_and_stands_on_the_canvas()
    {
        await using var watched = await suite.OpenAsync();
        var sheet = await Sheet.MakeAsync(watched, "Drawn by form");
        await sheet.ShowAsync("boundary");
        var kinds = await sheet.Page.Locator(".tb-inventory-add").GetByLabel("Kind").Locator("option").AllTextContentsAsync();
        Assert.Equal(9, kinds.Count);
        foreach (var kind in kinds) await sheet.AddAsync($"my {kind}", kind);
        await sheet.ShowAsync("asset");
        await sheet.AddAsync("orders", "restricted");
        await sheet.ShowAsync("actor");
        await sheet.AddAsync("a courier", "malicious insider");
        await sheet.ShowAsync("component");
        foreach (var kind in new[] { "process", "data store", "external entity" }) await sheet.AddAsync($"my {kind}", kind, kind == "process" ? "in my pod (pod)" : null);
        var store = await sheet.OpenAsync("my data store");
        await store.GetByLabel("Add to stored assets").SelectOptionAsync(new SelectOptionValue { Label = "orders" });
        await Expect(store.GetByRole(AriaRole.Group, new() { Name = "Stored assets" }).GetByRole(AriaRole.Link, new() { Name = "orders" })).ToBeVisibleAsync();
        await sheet.ShowAsync("flow");
        await sheet.ConnectAsync("keeps orders", "my process", "my data store");
        var flow = await sheet.OpenAsync("keeps orders");
        await flow.GetByLabel("Add to carried assets").SelectOptionAsync(new SelectOptionValue { Label = "orders" });
        await Expect(flow.GetByRole(AriaRole.Group, new() { Name = "Carried assets" }).GetByRole(AriaRole.Link, new() { Name = "orders" })).ToBeVisibleAsync();

        await sheet.Canvas.OpenAsync();
        string[] drawn = [.. kinds.Select(kind => $"my {kind}"), "my process", "my data store", "my external entity", "keeps orders", "a courier"];
        await sheet.Canvas.SceneAsync("all of them", scene => drawn.All(name => Canvas.Has(scene, name)));
    }

    [Fact]
    public async Task A_pod_that_was_put_on_a_node_is_shown_there_when_grouped_by_compute()
    {
        await using var watched = await suite.OpenAsync();
        var sheet = await Sheet.MakeAsync(watched, "Pods on nodes");
        await sheet.ShowAsync("boundary");
        await sheet.AddAsync("main", "cluster");
        await sheet.AddAsync("node-1", "node", "in main (cluster)");
        await sheet.AddAsync("web", "pod", "in main (cluster)");
        await sheet.Row("web").GetByLabel("Move web into").SelectOptionAsync(new SelectOptionValue { Label = "node-1 (node)" });
        await Expect(sheet.Row("web").GetByText("main, node-1")).ToBeVisibleAsync();

        await sheet.Page.GetByRole(AriaRole.Link, new() { Name = "By compute" }).ClickAsync();
        var node = sheet.Page.Locator("li").Filter(new() { Has = sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Members of node-1" }) }).Last;
        await Expect(node.Locator("ul").GetByText("web", new() { Exact = true })).ToBeVisibleAsync();
        await sheet.Canvas.OpenAsync();
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Compute" }).ClickAsync();
        await sheet.Canvas.DrawnAsync();
        var scene = await sheet.Canvas.SceneAsync("grouped", _ => true, "compute");
        Assert.Equal(Canvas.Find(scene, "node-1")!.Value.GetProperty("id").GetString(), Canvas.Find(scene, "web")!.Value.GetProperty("parent").GetString());
        Assert.Equal("node-1", await sheet.Canvas.DrawnInAsync("web", "compute"));
    }
}
