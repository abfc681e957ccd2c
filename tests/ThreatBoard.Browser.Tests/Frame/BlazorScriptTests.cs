using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Running;

namespace ThreatBoard.Browser.Tests.Frame;

/// <summary>The server of .NET 10 with the script of 9.0: a pairing that nobody else tests.</summary>
public sealed class BlazorScriptTests(LoggedIn suite)
{
    [Fact]
    public async Task The_circuit_starts_over_a_web_socket()
    {
        await using var page = await WatchedPage.NewAsync(suite.Chromium.Browser, new());
        var sockets = new List<string>();
        page.Page.WebSocket += (_, socket) => sockets.Add(socket.Url);
        await LoggedIn.LogInAsync(page.Page, await suite.App.NewLinkAsync());
        Assert.Contains(sockets, url => url.Contains("/_blazor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_event_arrives_once_and_in_order()
    {
        await using var page = await suite.OpenAsync();
        await page.Page.Keyboard.PressAsync("Control+k");
        var box = page.Page.GetByRole(AriaRole.Combobox);
        await Assertions.Expect(box).ToBeFocusedAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        for (var i = 0; i < 3; i++)
            await page.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-activedescendant", "palette-3");
        await page.Page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-activedescendant", "palette-2");
    }

    [Fact]
    public async Task A_link_changes_the_page_without_loading_the_document_again()
    {
        await using var page = await suite.OpenAsync();
        await page.Page.EvaluateAsync("window.sameDocument = true");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Rules" }).ClickAsync();
        await page.Page.ArriveAtAsync("**/rules");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Rules", Exact = true })).ToBeFocusedAsync();
        Assert.True(await page.Page.EvaluateAsync<bool>("window.sameDocument === true"));
    }

    [Fact]
    public async Task The_script_calls_back_and_is_called()
    {
        await using var page = await suite.OpenAsync();
        await page.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Theme" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("meta[name=color-scheme]")).ToHaveAttributeAsync("content", "light");
    }

    [Fact]
    public async Task Files_and_pasted_text_far_beyond_one_message_arrive_whole_as_streams()
    {
        await using var page = await suite.OpenAsync("/import");
        var lines = string.Concat(Enumerable.Range(0, 100).Select(line => $"#{new string((char)('a' + line % 26), 998)}\n"));
        await page.Page.Locator("#import-files").SetInputFilesAsync(new FilePayload { Name = "long.yaml", MimeType = "text/yaml", Buffer = System.Text.Encoding.UTF8.GetBytes($"{lines}{Namespace("end-of-file")}") });
        await Assertions.Expect(page.Page.GetByText("100 kB", new() { Exact = true })).ToBeVisibleAsync();
        await page.Page.GetByLabel("Or paste them").FillAsync($"{lines}{Namespace("end-of-paste")}");
        await page.Page.GetByLabel("New model's name").FillAsync("Streams");
        await page.Page.GetByLabel("Cluster").FillAsync("one");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Read, and show what would change" }).ClickAsync();
        await page.Page.ArriveAtAsync("**/changes", 30_000);
        foreach (var last in new[] { "end-of-file", "end-of-paste" })
            await Assertions.Expect(page.Page.GetByLabel($"Take added boundary {last}")).ToHaveCountAsync(1, new() { Timeout = 30_000 });

        static string Namespace(string name) => $"apiVersion: v1\nkind: Namespace\nmetadata: {{name: {name}}}\n";
    }

    [Fact]
    public async Task A_lost_connection_is_shown_and_the_same_circuit_goes_on()
    {
        await using var page = await suite.OpenAsync("/account");
        var line = await BreakableLine.OnAsync(page.Page);
        await page.GoToAsync("/account");
        await page.Page.Keyboard.PressAsync("Control+k");
        await page.Page.GetByRole(AriaRole.Combobox).FillAsync("kept in the circuit");

        await line.BreakAsync();
        var notice = page.Page.Locator("#components-reconnect-modal");
        await Assertions.Expect(notice).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("components-reconnect-show", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Assertions.Expect(notice).ToBeVisibleAsync();
        line.Mend();
        await Assertions.Expect(notice).ToBeHiddenAsync(new() { Timeout = 60_000 });

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Combobox)).ToHaveValueAsync("kept in the circuit");
        await page.Page.GetByRole(AriaRole.Combobox).FillAsync("rules");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        page.Forgive();
    }
}
