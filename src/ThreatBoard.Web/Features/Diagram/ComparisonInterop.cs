using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>The canvas of a comparison in the browser: nothing on it can be changed, and it only tells what was chosen.</summary>
public sealed class ComparisonInterop : IAsyncDisposable
{
    private readonly Func<EntityRef, Task> _chosen;
    private readonly DotNetObjectReference<ComparisonInterop> _self;
    private IJSObjectReference? _handle;

    private ComparisonInterop(Func<EntityRef, Task> chosen)
    {
        _chosen = chosen;
        _self = DotNetObjectReference.Create(this);
    }

    /// <param name="memory">Under which name the browser remembers what is collapsed, for the session.</param>
    /// <exception cref="JSException">The scene could not be fetched or drawn.</exception>
    public static async Task<ComparisonInterop> MountAsync(IJSRuntime script, ElementReference host, string scene, string memory, Func<EntityRef, Task> chosen)
    {
        var interop = new ComparisonInterop(chosen);
        await using var module = await script.InvokeAsync<IJSObjectReference>("import", "/js/diagram.js");
        interop._handle = await module.InvokeAsync<IJSObjectReference>("mountComparison", host, scene, interop._self, memory);
        return interop;
    }

    public Task ReloadAsync(string scene) => CallAsync("reload", scene);

    /// <summary>Selects an element and brings it into sight.</summary>
    public Task RevealAsync(Guid element) => CallAsync("reveal", element.ToString());

    public Task RunAsync(string command) => CallAsync("run", command);

    [JSInvokable]
    public async Task<bool> Chosen(string kind, string id)
    {
        if (new SentElement(kind, id).ToReference() is not { } element) return false;
        await _chosen(element);
        return true;
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
            // The browser is gone, and its canvas with it.
        }
    }

    private async Task CallAsync(string method, object argument)
    {
        if (_handle is not null) await _handle.InvokeVoidAsync(method, argument);
    }
}
