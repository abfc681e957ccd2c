using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;

namespace ThreatBoard.Testing.Circuits;

/// <summary>A browser without a browser: opens a page's circuit, keeps up what is rendered, answers scripts' calls, dispatches events and calls into .NET.</summary>
public sealed class CircuitClient : IAsyncDisposable
{
    /// <summary>After this a wait gives up.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> _calls = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<object?>> _asked = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _closing = new();
    private readonly RenderedPage _page = new();
    private CircuitSocket _socket = new();
    private Task _receiving = Task.CompletedTask;
    private int _callsMade;
    // A circuit's first batch is number 2; one whose line broke before it came hears of later ones first.
    private long _lastBatch = 1;
    private string? _secret;
    private string? _error;

    private CircuitClient(BrowserHttp web)
    {
        Web = web;
        Scripts = new(this);
    }

    public BrowserHttp Web { get; }

    /// <summary>What the browser's scripts do.</summary>
    public BrowserScripts Scripts { get; }

    /// <summary>Whether the connection is there and the circuit was not ended.</summary>
    public bool IsOpen => _error is null && !_receiving.IsCompleted;

    /// <summary>What the server said when it ended the circuit.</summary>
    public string? Error => _error;

    /// <summary>False keeps render batches unacknowledged, as a client does that means harm.</summary>
    public bool Acknowledges { get; set; } = true;

    /// <summary>Loads a page and starts its circuit; the page itself may still be loading.</summary>
    /// <exception cref="HttpRequestException">The page or the circuit was refused.</exception>
    public static async Task<CircuitClient> OpenAsync(BrowserHttp web, string path, CancellationToken cancel)
    {
        var markup = await web.PageAsync(path, cancel);
        var client = new CircuitClient(web);
        try
        {
            await client.StartAsync(path, markup, cancel);
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }

        return client;
    }

    /// <summary>Connects without a page and without negotiating, which a server that lets in strangers would accept.</summary>
    /// <exception cref="WebSocketException">It was refused.</exception>
    public static async Task ConnectOnlyAsync(BrowserHttp web, CancellationToken cancel)
    {
        using var socket = new CircuitSocket();
        await socket.ConnectAsync(web.Http.BaseAddress!, token: null, web.Cookies, cancel);
    }

    /// <summary>Reads from the page while no batch changes it.</summary>
    public T Read<T>(Func<PageTree, T> read) => _page.Read(read);

    /// <summary>Waits until the page is so.</summary>
    /// <returns>When it was, as a <see cref="Stopwatch"/> timestamp.</returns>
    /// <exception cref="CircuitEndedException">The circuit ended before.</exception>
    /// <exception cref="TimeoutException">It was not within <see cref="Limit"/>.</exception>
    public Task<long> WaitAsync(Func<PageTree, bool> holds, string what) => _page.WaitAsync(holds, what, Limit);

    /// <summary>Waits for an element and gives it.</summary>
    public async Task<PageNode> FindAsync(Func<PageTree, PageNode?> find, string what)
    {
        PageNode? found = null;
        await WaitAsync(page => (found = find(page)) is not null, what);
        return found!;
    }

    /// <summary>Waits for an element that listens to clicks, and clicks it.</summary>
    public async Task ClickAsync(Func<PageTree, PageNode?> find, string what)
    {
        Task? clicked = null;
        await WaitAsync(page => find(page) is { } node && node.Handlers.ContainsKey("click") && (clicked = DispatchAsync(node, "click", new { type = "click", detail = 1 })) is not null, what);
        await clicked!;
    }

    /// <summary>Types into a box that listens to <c>input</c> or <c>change</c>.</summary>
    public Task TypeAsync(PageNode box, string text) => DispatchAsync(box, box.Handlers.ContainsKey("input") ? "input" : "change", new { value = text }, text);

    /// <summary>Returns once the handler has run.</summary>
    /// <exception cref="InvalidOperationException">The element has no such handler, or is no longer on the page.</exception>
    public Task DispatchAsync(PageNode element, string eventName, object arguments, string? fieldValue = null) => Read(page =>
    {
        // The number is taken and sent while no batch changes the page, as in a browser: the next one may replace it, and once that is acknowledged the server has forgotten it.
        if (!page.Holds(element)) throw new InvalidOperationException($"<{element.Element}> is no longer on the page.");
        if (element.Handlers.GetValueOrDefault(eventName) is not (> 0 and var handler)) throw new InvalidOperationException($"<{element.Element}> does not listen to {eventName}.");
        return DispatchAsync(handler, element.Component, eventName, arguments, fieldValue);
    });

    /// <summary>Dispatches to any handler's number, whether or not anything that is rendered has it.</summary>
    public Task DispatchAsync(long handler, int component, string eventName, object arguments, string? fieldValue = null)
    {
        object? field = fieldValue is null ? null : new { componentId = component, fieldValue };
        return InvokeAsync(Scripts.Renderer, "DispatchEventAsync", new { eventHandlerId = handler, eventName, eventFieldInfo = field }, arguments);
    }

    /// <summary>Calls a method that .NET made callable.</summary>
    /// <exception cref="CallFailedException">The call was refused or failed.</exception>
    public Task<JsonElement> InvokeAsync(long dotNetObject, string method, params object?[] arguments) =>
        InvokeAsync(null, dotNetObject, method, JsonSerializer.Serialize(arguments, JsonSerializerOptions.Web));

    /// <summary>The same with any text for arguments.</summary>
    public async Task<JsonElement> InvokeAsync(string? assembly, long dotNetObject, string method, string? arguments)
    {
        var call = $"{Interlocked.Increment(ref _callsMade)}";
        var answer = _calls[call] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync("BeginInvokeDotNetFromJS", call, assembly, method, dotNetObject, arguments);
        if (_error is { } ended) throw new CircuitEndedException(ended);
        return await answer.Task.WaitAsync(Limit);
    }

    /// <summary>Calls a method of the hub without waiting.</summary>
    public Task SendAsync(string target, params object?[] arguments) => SendAsync(null, target, arguments);

    /// <summary>Calls a method of the hub and gives its result.</summary>
    public async Task<object?> AskAsync(string target, params object?[] arguments)
    {
        var id = $"{Interlocked.Increment(ref _callsMade)}";
        var answer = _asked[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(id, target, arguments);
        return await answer.Task.WaitAsync(Limit);
    }

    /// <summary>Another address in the same circuit, as a click on a link.</summary>
    public Task NavigateAsync(string path) => SendAsync("OnLocationChanged", new Uri(Web.Http.BaseAddress!, path).ToString(), null, true);

    /// <summary>As a pulled plug; the server keeps the circuit for a while.</summary>
    public async Task BreakAsync()
    {
        _socket.Abort();
        await _receiving;
    }

    /// <summary>Comes back to the circuit over a new connection. False: it is gone.</summary>
    public async Task<bool> ReconnectAsync(CancellationToken cancel)
    {
        _socket.Dispose();
        _socket = new();
        _error = null;
        _page.Resume();
        await _socket.ConnectAsync(Web.Http, Web.Cookies, cancel);
        _receiving = ReceiveAsync();
        return await AskAsync("ConnectCircuit", _secret) is true;
    }

    /// <summary>Leaves as a browser does that closes the tab.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_closing.IsCancellationRequested) return;
        if (_secret is not null && IsOpen)
        {
            using var form = new MultipartFormDataContent { { new StringContent(_secret), "circuitId" } };
            using var left = await Web.Http.PostAsync("/_blazor/disconnect", form, CancellationToken.None);
        }

        await _closing.CancelAsync();
        _socket.Abort();
        await _receiving;
        _socket.Dispose();
    }

    private async Task StartAsync(string path, string markup, CancellationToken cancel)
    {
        var origin = Web.Http.BaseAddress!;
        await _socket.ConnectAsync(Web.Http, Web.Cookies, cancel);
        _receiving = ReceiveAsync();
        _secret = await AskAsync("StartCircuit", origin.ToString(), new Uri(origin, path).ToString(), "[]", "") as string;
        if (_secret is null) throw new CircuitEndedException(_error ?? "The server started no circuit.");
        await SendAsync("UpdateRootComponents", PageMarkers.Operations(markup), PageMarkers.State(markup));
    }

    private Task SendAsync(string? id, string target, object?[] arguments)
    {
        var message = new PackWriter().Array(6).Value(1).EmptyMap().Value(id).Value(target).Array(arguments.Length);
        foreach (var argument in arguments) message.Value(argument);
        return _socket.SendAsync(message.Array(0).Framed(), _closing.Token);
    }

    private async Task ReceiveAsync()
    {
        var pinging = new Timer(_ => _ = PingAsync(), state: null, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
        await using (pinging)
        {
            try
            {
                while (await _socket.ReceiveAsync(_closing.Token) is { } message) Take(message);
                End("The server closed the connection.");
            }
            catch (WebSocketException broken)
            {
                End(broken.Message);
            }
            catch (Exception closed) when (closed is OperationCanceledException or ObjectDisposedException)
            {
                End("It was closed here.");
            }
        }
    }

    private async Task PingAsync()
    {
        try
        {
            await _socket.SendAsync(new PackWriter().Array(1).Value(6).Framed(), _closing.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The receiving side tells.
        }
    }

    private void Take(object?[] message)
    {
        if (message is [1L, _, _, string target, object?[] arguments, ..]) Take(target, arguments);
        else if (message is [3L, _, string id, long kind, .. var rest] && _asked.TryRemove(id, out var asked)) Settle(asked, kind, rest);
        else if (message is [7L, var why, ..]) End($"The server closed the connection: {why}");
    }

    private static void Settle(TaskCompletionSource<object?> asked, long kind, object?[] rest)
    {
        if (kind == 1) asked.TrySetException(new CircuitEndedException($"{rest[0]}"));
        else asked.TrySetResult(kind == 3 ? rest[0] : null);
    }

    private void Take(string target, object?[] arguments)
    {
        switch (target, arguments)
        {
            case ("JS.RenderBatch", [long number, byte[] batch]):
                // After a reconnection the server sends again what it had no acknowledgement of, perhaps after a newer one, which then comes again too.
                if (number > _lastBatch + 1) break;
                if (number > _lastBatch) _page.Apply(new(batch));
                _lastBatch = Math.Max(_lastBatch, number);
                if (Acknowledges) _ = SendAsync("OnRenderCompleted", number, null);
                break;
            case ("JS.AttachComponent", [long component, ..]):
                _page.Attach((int)component);
                break;
            case ("JS.BeginInvokeJS", [long handle, string name, var text, long result, long on, ..]):
                _ = Scripts.AnswerAsync(handle, name, text as string, result, on);
                break;
            case ("JS.EndInvokeDotNet", [string call, bool succeeded, var text]):
                Settle(call, succeeded, text as string);
                break;
            case ("JS.Error", [var why]):
                End($"{why}");
                break;
        }
    }

    private void Settle(string call, bool succeeded, string? text)
    {
        if (!_calls.TryRemove(call, out var waiting)) return;
        if (!succeeded) waiting.TrySetException(new CallFailedException(text ?? "It failed."));
        else waiting.TrySetResult(text is null ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    private void End(string why)
    {
        _error ??= why;
        _page.End(_error);
        foreach (var call in _calls.Keys) if (_calls.TryRemove(call, out var waiting)) waiting.TrySetException(new CircuitEndedException(why));
        foreach (var call in _asked.Keys) if (_asked.TryRemove(call, out var waiting)) waiting.TrySetException(new CircuitEndedException(why));
    }
}
