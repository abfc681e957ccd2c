using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace ThreatBoard.Browser.Tests.Running;

/// <summary>A page whose console errors, script errors, dialogs and CSP violations fail the test that opened it.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    private readonly bool _isAlone;

    private WatchedPage(IBrowserContext context, IPage page, bool isAlone)
    {
        (_context, Page, _isAlone) = (context, page, isAlone);
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
        return new(context, await context.NewPageAsync(), isAlone: true);
    }

    /// <summary>A further page in a browser that others use too: what it has loaded before it has at hand.</summary>
    public static async Task<WatchedPage> BesideAsync(IBrowserContext context) => new(context, await context.NewPageAsync(), isAlone: false);

    /// <summary>Goes there and waits until the page answers to events.</summary>
    public async Task GoToAsync(string path)
    {
        await Page.GotoAsync(path);
        await Page.Locator(".tb-frame[data-ready]").WaitForAsync();
    }

    public void Forgive() => _complaints.Clear();

    /// <summary>The serious and critical findings of axe, as rule and place.</summary>
    public Task<IReadOnlyList<string>> SeriousFindingsAsync() => Axe.SeriousFindingsAsync(Page);

    public async ValueTask DisposeAsync()
    {
        if (_isAlone) await _context.DisposeAsync();
        else await Page.CloseAsync();
        Assert.True(_complaints.IsEmpty, string.Join('\n', _complaints));
    }
}
