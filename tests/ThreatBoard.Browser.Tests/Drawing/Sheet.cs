using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Running;

namespace ThreatBoard.Browser.Tests.Drawing;

/// <summary>A model of one's own, made as a person makes it, and its inventory's forms.</summary>
public sealed partial class Sheet
{
    private Sheet(WatchedPage watched, string model)
    {
        (Watched, Model) = (watched, model);
        Canvas = new(watched.Page, model);
    }

    public WatchedPage Watched { get; }

    public IPage Page => Watched.Page;

    public string Model { get; }

    public Canvas Canvas { get; }

    /// <summary>By "New model", without any import.</summary>
    public static async Task<Sheet> MakeAsync(WatchedPage watched, string name)
    {
        await watched.GoToAsync("/models/new");
        await watched.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Make it and draw" }).ClickAsync();
        await watched.Page.ArriveAtAsync("**/diagram**");
        var sheet = new Sheet(watched, InAddress().Match(watched.Page.Url).Groups["id"].Value);
        await sheet.Canvas.DrawnAsync();
        return sheet;
    }

    public Task GoToAsync(string page) => Watched.GoToAsync($"/models/{Model}/{page}");

    public async Task ShowAsync(string kind)
    {
        await GoToAsync($"inventory?show={kind}");
        await Page.Locator(".tb-inventory-add").WaitForAsync();
    }

    /// <summary>By the form of the shown table.</summary>
    /// <param name="into">The boundary's line, such as <c>in shop (namespace)</c>.</param>
    public async Task AddAsync(string name, string? kind = null, string? into = null)
    {
        var form = Page.Locator(".tb-inventory-add");
        await form.Locator("input").FillAsync(name);
        if (kind is not null) await form.GetByLabel("Kind").SelectOptionAsync(new SelectOptionValue { Label = kind });
        if (into is not null) await form.GetByLabel("Lies in").SelectOptionAsync(new SelectOptionValue { Label = into });
        await AddedAsync(name);
    }

    public async Task ConnectAsync(string name, string from, string to)
    {
        var form = Page.Locator(".tb-inventory-add");
        await form.Locator("input").FillAsync(name);
        await form.GetByLabel("From").SelectOptionAsync(new SelectOptionValue { Label = from });
        await form.GetByLabel("To").SelectOptionAsync(new SelectOptionValue { Label = to });
        await AddedAsync(name);
    }

    /// <summary>Opens the details of a row of the shown table.</summary>
    public async Task<ILocator> OpenAsync(string name)
    {
        await Row(name).GetByRole(AriaRole.Link).First.ClickAsync();
        await Page.ArriveAtAsync("**open=**");
        return Page.Locator("#details");
    }

    public ILocator Row(string name) => Page.Locator("tbody tr").Filter(new() { Has = Page.Locator("th").GetByText(name, new() { Exact = true }) });

    private async Task AddedAsync(string name)
    {
        await Page.Locator(".tb-inventory-add").GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await Assertions.Expect(Row(name)).ToHaveCountAsync(1);
        // What is typed before the form was emptied would be gone.
        await Assertions.Expect(Page.Locator(".tb-inventory-add input")).ToHaveValueAsync("");
    }

    [GeneratedRegex("/models/(?<id>[0-9a-f-]{36})/", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex InAddress();
}
