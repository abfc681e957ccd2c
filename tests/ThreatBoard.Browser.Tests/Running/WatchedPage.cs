using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ThreatBoard.Browser.Tests.Running;

/// <summary>A page whose console errors, script errors, dialogs and CSP violations fail the test that opened it.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private static readonly string[] s_serious = ["serious", "critical"];

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    private WatchedPage(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" || message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                _complaints.Enqueue($"{message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.Dialog += (_, dialog) =>
        {
            _complaints.Enqueue($"A dialog opened: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    /// <summary>What the browser complained about so far; a test that provokes errors takes them out by <see cref="Forgive"/>.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public static async Task<WatchedPage> NewAsync(IBrowser browser, BrowserNewContextOptions options)
    {
        var context = await browser.NewContextAsync(options);
        return new(context, await context.NewPageAsync());
    }

    /// <summary>Goes there and waits until the page answers to events.</summary>
    public async Task GoToAsync(string path)
    {
        await Page.GotoAsync(path);
        await Page.Locator(".tb-frame[data-ready]").WaitForAsync();
    }

    public void Forgive() => _complaints.Clear();

    /// <summary>The serious and critical findings of axe, as rule and place.</summary>
    public async Task<IReadOnlyList<string>> SeriousFindingsAsync()
    {
        var result = await Page.RunAxe();
        return
        [
            .. from violation in result.Violations
               where s_serious.Contains(violation.Impact)
               from node in violation.Nodes
               select $"{violation.Id}: {node.Html}",
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.True(_complaints.IsEmpty, string.Join('\n', _complaints));
    }
}
