using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ThreatBoard.Web.Layout;

/// <summary>The frame's script: keys, theme, the panel's width. The browser calls back into this class only.</summary>
public sealed class FrameInterop : IAsyncDisposable
{
    private readonly Func<string, Task> _onKey;
    private readonly DotNetObjectReference<FrameInterop> _self;
    private IJSObjectReference? _handle;

    private FrameInterop(Func<string, Task> onKey)
    {
        _onKey = onKey;
        _self = DotNetObjectReference.Create(this);
    }

    public static async Task<FrameInterop> MountAsync(IJSRuntime script, ElementReference frame, Func<string, Task> onKey)
    {
        var mounted = new FrameInterop(onKey);
        await using var module = await script.InvokeAsync<IJSObjectReference>("import", "/Layout/MainLayout.razor.js");
        mounted._handle = await module.InvokeAsync<IJSObjectReference>("mount", frame, mounted._self);
        return mounted;
    }

    /// <param name="key"><c>palette</c>, <c>shortcuts</c>, <c>escape</c>, or <c>g:</c> and a letter; anything else is ignored.</param>
    [JSInvokable]
    public Task OnKey(string key) => _onKey(key);

    public async Task<string?> ThemeAsync() => _handle is null ? null : await _handle.InvokeAsync<string?>("theme");

    /// <summary>The browser's time zone; UTC where it names one that is not known here.</summary>
    public async Task<TimeZoneInfo> ZoneAsync() =>
        _handle is not null && TimeZoneInfo.TryFindSystemTimeZoneById(await _handle.InvokeAsync<string?>("zone") ?? "", out var zone) ? zone : TimeZoneInfo.Utc;

    public async Task UseThemeAsync(string? theme)
    {
        if (_handle is not null)
            await _handle.InvokeVoidAsync("useTheme", theme);
    }

    public async ValueTask DisposeAsync()
    {
        _self.Dispose();
        if (_handle is null)
            return;
        try
        {
            await _handle.InvokeVoidAsync("unmount");
            await _handle.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its listeners with it.
        }
    }
}
