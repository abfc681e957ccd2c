using Microsoft.Playwright;

namespace ThreatBoard.Browser.Tests.Frame;

/// <summary>The circuit's connection of one page, which a test can break and mend.</summary>
public sealed class BreakableLine
{
    private readonly List<IWebSocketRoute> _open = [];
    private volatile bool _broken;

    private BreakableLine()
    {
    }

    /// <summary>Holds for documents loaded after it.</summary>
    public static async Task<BreakableLine> OnAsync(IPage page)
    {
        var line = new BreakableLine();
        await page.RouteWebSocketAsync("**/_blazor**", line.Connect);
        await page.RouteAsync("**/_blazor/**", route => line._broken ? route.AbortAsync() : route.ContinueAsync());
        return line;
    }

    public async Task BreakAsync()
    {
        _broken = true;
        foreach (var socket in _open.ToArray())
            await socket.CloseAsync();
    }

    public void Mend() => _broken = false;

    private void Connect(IWebSocketRoute socket)
    {
        if (_broken)
        {
            _ = socket.CloseAsync();
            return;
        }

        _open.Add(socket);
        socket.ConnectToServer();
    }
}
