using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Features.Diagram.Overlays;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>The canvas in the browser. It calls back into this class alone; each call is a public endpoint, so everything in it is bounded here and authorized again by the session.</summary>
public sealed class DiagramInterop : IAsyncDisposable
{
    private const int MostSelected = 100;
    private const int LongestName = Limits.Name;

    private readonly DiagramSession _session;
    private readonly CanvasListener _listener;
    private readonly DotNetObjectReference<DiagramInterop> _self;
    private readonly PartialMessages<ScenePlace> _places = new();
    private readonly PartialMessages<SentElement> _removals = new();
    private IJSObjectReference? _handle;

    private DiagramInterop(DiagramSession session, CanvasListener listener)
    {
        (_session, _listener) = (session, listener);
        _self = DotNetObjectReference.Create(this);
    }

    /// <exception cref="JSException">The scene could not be fetched or drawn.</exception>
    public static async Task<DiagramInterop> MountAsync(IJSRuntime script, ElementReference host, DiagramSession session, CanvasListener listener, CanvasOptions options)
    {
        var interop = new DiagramInterop(session, listener);
        await using var module = await script.InvokeAsync<IJSObjectReference>("import", "/js/diagram.js");
        interop._handle = await module.InvokeAsync<IJSObjectReference>("mount", host, session.SceneAddress, interop._self, options);
        return interop;
    }

    public Task ApplyAsync(SceneDelta delta) => CallAsync("apply", delta);

    /// <summary>Fetches the scene anew: another grouping, or too much has changed.</summary>
    public Task ReloadAsync() => CallAsync("reload", _session.SceneAddress);

    /// <summary>Fetches the scene anew where the browser's is older than this entry.</summary>
    public async Task CatchUpAsync(long sequence)
    {
        if (_handle is not null && await _handle.InvokeAsync<long>("sequence") < sequence) await ReloadAsync();
    }

    public Task SelectAsync(IEnumerable<Guid> elements) => CallAsync("select", elements.Select(id => id.ToString()).ToArray());

    public Task RevealAsync(Guid element) => CallAsync("reveal", element.ToString());

    public Task RunAsync(string command) => CallAsync("run", command);

    public Task UseNotationAsync(string notation) => CallAsync("notation", notation);

    /// <summary>What others have chosen.</summary>
    public Task ShowPeopleAsync(IReadOnlyList<PersonMark> marks) => CallAsync("people", marks);

    /// <summary>Lays it over the picture in place of what lay there; null takes it away.</summary>
    public Task LayOverAsync(CanvasOverlay? overlay) => CallAsync("overlay", overlay);

    public Task ShowPartAsync(CanvasPart part) => CallAsync("part", new[] { part.Left, part.Top, part.Right, part.Bottom });

    [JSInvokable]
    public async Task<bool> Selected(SentElement[] elements)
    {
        var known = elements.Take(MostSelected).Select(element => element.ToReference()).OfType<EntityRef>();
        await _listener.Selected([.. known]);
        return true;
    }

    [JSInvokable]
    public async Task<bool> Opened(string kind, string id)
    {
        if (new SentElement(kind, id).ToReference() is not { } element) return false;
        await _listener.Opened(element);
        return true;
    }

    [JSInvokable]
    public async Task<bool> Viewed(double zoom, double x, double y, double[] seen)
    {
        if (CanvasView.TryMake(zoom, x, y) is { } view) await _listener.Viewed(view, CanvasPart.TryMake(seen));
        return true;
    }

    [JSInvokable]
    public Task<bool> Renamed(string kind, string id, string name) => RenameAsync(kind, id, name, seen: null);

    /// <param name="seen">The name that the person saw when they began.</param>
    [JSInvokable]
    public async Task<bool> RenamedFrom(string kind, string id, string name, string seen) => seen is { Length: <= LongestName } && await RenameAsync(kind, id, name, seen);

    /// <returns>The name that was typed here earlier and not finished, or null.</returns>
    [JSInvokable]
    public async Task<LeftName?> Naming(string kind, string id) =>
        _session is { CanEdit: true, Names: { } names } && Drawn(kind, id) is { } element ? await names.BeginAsync(element) : null;

    /// <param name="seen">The name that the person saw when they began.</param>
    [JSInvokable]
    public async Task<bool> Typed(string kind, string id, string text, string seen) =>
        _session is { CanEdit: true, Names: { } names } && text is { Length: <= LongestName } && seen is { Length: <= LongestName }
        && Drawn(kind, id) is { } element && await names.KeepAsync(element, text, seen);

    /// <summary>The name was left as it is.</summary>
    [JSInvokable]
    public async Task<bool> Unnamed(string kind, string id)
    {
        if (_session.Names is { } names && new SentElement(kind, id).ToReference() is { } element) await names.EndAsync(element);
        return true;
    }

    [JSInvokable]
    public async Task<bool> Connected(string source, string target) =>
        Guid.TryParse(source, out var from) && Guid.TryParse(target, out var to) && await _session.ConnectAsync(from, to);

    [JSInvokable]
    public async Task<bool> MovedInto(string kind, string id, string? into) =>
        new SentElement(kind, id).ToReference() is { } element
        && (into is null || Guid.TryParse(into, out _))
        && await _session.MoveAsync(element, into is null ? null : new Id<Boundary>(Guid.Parse(into)));

    /// <returns>The id of what was added, or null.</returns>
    [JSInvokable]
    public async Task<string?> Added(string kind, int x, int y, string? into) =>
        kind is { Length: > 0 and <= 20 } && (into is null || Guid.TryParse(into, out _))
            ? (await _session.AddAsync(kind, x, y, into is null ? null : new Id<Boundary>(Guid.Parse(into))))?.ToString()
            : null;

    [JSInvokable]
    public async Task<bool> Placed(MessagePart part, ScenePlace[] places) =>
        _places.TryTake(part, places, out var whole) && (whole.Length == 0 || await _session.PlaceAsync(whole, isLayout: part.Why == "layout"));

    [JSInvokable]
    public async Task<bool> Removed(MessagePart part, SentElement[] elements) =>
        _removals.TryTake(part, elements, out var whole)
        && (whole.Length == 0 || await _session.RemoveAsync([.. whole.Select(element => element.ToReference()).OfType<EntityRef>()]));

    [JSInvokable]
    public Task<bool> Undone() => _session.UndoAsync();

    [JSInvokable]
    public Task<bool> Redone() => _session.RedoAsync();

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

    /// <summary>Null for what is not on this diagram: whoever makes ids up keeps no drafts for them.</summary>
    private EntityRef? Drawn(string kind, string id) => new SentElement(kind, id).ToReference() is { } element && _session.Has(element) ? element : null;

    private async Task<bool> RenameAsync(string kind, string id, string name, string? seen)
    {
        if (new SentElement(kind, id).ToReference() is not { } element || name is not { Length: > 0 and <= LongestName }) return false;
        if (!await _session.RenameAsync(element, name, seen)) return false;
        if (_session.Names is { } names) await names.EndAsync(element);
        return true;
    }

    private async Task CallAsync(string method, object? argument)
    {
        if (_handle is not null) await _handle.InvokeVoidAsync(method, argument);
    }
}
