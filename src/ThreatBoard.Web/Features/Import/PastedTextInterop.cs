using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ThreatBoard.Web.Features.Import;

/// <summary>Takes what was pasted out of the browser as a stream, since one message of a circuit carries 32 KB at most.</summary>
public sealed class PastedTextInterop(IJSRuntime script)
{
    /// <returns>UTF-8; empty where nothing was pasted, null where it is longer than <paramref name="most"/> bytes.</returns>
    public async Task<byte[]?> ReadAsync(ElementReference area, long most, CancellationToken cancel)
    {
        await using var module = await script.InvokeAsync<IJSObjectReference>("import", cancel, "/Features/Import/ImportPage.razor.js");
        var size = await module.InvokeAsync<long>("sizeOf", cancel, area);
        if (size > most) return null;
        if (size == 0) return [];
        await using var text = await module.InvokeAsync<IJSStreamReference>("textOf", cancel, area);
        await using var stream = await text.OpenReadStreamAsync(most, cancel);
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, cancel);
        return all.ToArray();
    }
}
