using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ThreatBoard.Web.Features.Revisions;

/// <summary>Brings a line of a long list into sight, of which the browser may hold only a part.</summary>
internal static class ListInterop
{
    /// <param name="share">About how far down the list the line stands, 0 to 1.</param>
    public static async Task ShowAsync(IJSRuntime script, ElementReference list, int index, double share)
    {
        try
        {
            await using var module = await script.InvokeAsync<IJSObjectReference>("import", "/Features/Revisions/ComparisonTree.razor.js");
            await module.InvokeVoidAsync("show", list, index, share);
        }
        catch (JSDisconnectedException)
        {
            // Whoever asked for it has left.
        }
    }
}
