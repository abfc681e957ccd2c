using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ThreatBoard.Web.Features.Assessing;

/// <summary>The queue's keys: they come in their order, none is lost while the screen lags or the line is away, and none counts twice.</summary>
public sealed class AssessInterop : IAsyncDisposable
{
    /// <summary>Most that one message brings, and the longest name of a key.</summary>
    private const int Most = 100, Longest = 12;

    private readonly Func<string, bool> _pressed;
    private readonly DotNetObjectReference<AssessInterop> _self;
    private IJSObjectReference? _handle;
    private long _heard;

    private AssessInterop(Func<string, bool> pressed)
    {
        _pressed = pressed;
        _self = DotNetObjectReference.Create(this);
    }

    public static async Task<AssessInterop> MountAsync(IJSRuntime script, ElementReference page, Func<string, bool> pressed)
    {
        var mounted = new AssessInterop(pressed);
        await using var module = await script.InvokeAsync<IJSObjectReference>("import", "/Features/Assessing/AssessPage.razor.js");
        mounted._handle = await module.InvokeAsync<IJSObjectReference>("mount", page, mounted._self);
        return mounted;
    }

    /// <summary>The browser sends keys again until it hears that they came.</summary>
    /// <param name="first">The number of the first of them, counted from 1.</param>
    /// <exception cref="InvalidOperationException">Too many wait already; what was heard before does not count again.</exception>
    [JSInvokable]
    public void OnKeys(long first, string?[]? keys)
    {
        if (keys is null) return;
        for (var at = 0; at < Math.Min(keys.Length, Most); at++)
        {
            if (first + at != _heard + 1) continue;
            if (keys[at] is { Length: <= Longest } key && !_pressed(key)) throw new InvalidOperationException("Too many keys wait: send them again.");
            _heard++;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _self.Dispose();
        if (_handle is null) return;
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
