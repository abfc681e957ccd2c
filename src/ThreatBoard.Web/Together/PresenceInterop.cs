using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ThreatBoard.Web.Together;

/// <summary>Hears from the browser that its person does something of their own while they follow somebody.</summary>
public sealed class PresenceInterop : IAsyncDisposable
{
    private readonly Action _acted;
    private readonly DotNetObjectReference<PresenceInterop> _self;
    private IJSObjectReference? _module, _handle;

    private PresenceInterop(Action acted)
    {
        _acted = acted;
        _self = DotNetObjectReference.Create(this);
    }

    public static async Task<PresenceInterop> MountAsync(IJSRuntime script, Action acted)
    {
        var mounted = new PresenceInterop(acted);
        mounted._module = await script.InvokeAsync<IJSObjectReference>("import", "/Together/PeopleBar.razor.js");
        mounted._handle = await mounted._module.InvokeAsync<IJSObjectReference>("mount", mounted._self);
        return mounted;
    }

    [JSInvokable]
    public void Acted() => _acted();

    public async Task WatchAsync(bool isFollowing)
    {
        if (_handle is not null) await _handle.InvokeVoidAsync("watch", isFollowing);
    }

    public async ValueTask DisposeAsync()
    {
        _self.Dispose();
        if (_module is null || _handle is null) return;
        try
        {
            await _handle.InvokeVoidAsync("unmount");
            await _handle.DisposeAsync();
            await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its listeners with it.
        }
    }
}
