using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;

namespace ThreatBoard.Testing.Circuits;

/// <summary>Answers the calls that .NET makes into the browser: modules, handles, the list that shows what is in sight, and the diagram, whose scene is fetched as the real script does.</summary>
public sealed class BrowserScripts(CircuitClient client)
{
    private const int Handle = 1;

    private readonly ConcurrentDictionary<long, string> _objects = [];
    private readonly TaskCompletionSource<long> _renderer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _given;

    /// <summary>What was called, in order.</summary>
    public ConcurrentQueue<ScriptCall> Calls { get; } = new();

    /// <summary>The diagram that is mounted, if one is.</summary>
    public DiagramScript Diagram { get; } = new(client);

    /// <summary>Keeps no list of calls: for loads that last.</summary>
    public bool Forgets { get; set; }

    /// <summary>The object to which events are dispatched.</summary>
    internal long Renderer => _renderer.Task.IsCompletedSuccessfully ? _renderer.Task.Result : throw new InvalidOperationException("Nothing is rendered yet.");

    /// <summary>The number of what .NET handed to the last call of this name.</summary>
    public long? DotNetObject(string name, int argument) => Calls.Where(call => call.Name == name).Select(call => call.DotNetObject(argument)).LastOrDefault(id => id is not null);

    internal async Task AnswerAsync(long handle, string name, string? arguments, long result, long on)
    {
        var call = new ScriptCall(on == 0 ? "page" : _objects.GetValueOrDefault(on, "?"), name, JsonSerializer.Deserialize<JsonElement>(arguments ?? "[]"));
        if (!Forgets) Calls.Enqueue(call);
        try
        {
            var value = await ValueAsync(call);
            if (handle == 0) return;
            if (result == Handle) value = new Dictionary<string, long>(StringComparer.Ordinal) { ["__jsObjectId"] = Give(call) };
            await client.SendAsync("EndInvokeJSFromDotNet", handle, true, JsonSerializer.Serialize(new[] { handle, true, value }, JsonSerializerOptions.Web));
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or CircuitEndedException or ObjectDisposedException or HttpRequestException)
        {
            // The circuit is gone, and nobody waits for the answer.
        }
    }

    private long Give(ScriptCall call)
    {
        var number = Interlocked.Increment(ref _given);
        _objects[number] = call.Name == "import" ? call.Arguments[0].GetString()! : $"{call.Target} {call.Name}";
        return number;
    }

    private async Task<object?> ValueAsync(ScriptCall call)
    {
        switch (call)
        {
            case { Name: "Blazor._internal.attachWebRendererInterop" }:
                _renderer.TrySetResult(call.DotNetObject(1)!.Value);
                return null;
            // The list asks what is in sight, and hears of a window of 900 pixels at its top.
            case { Name: "Blazor._internal.Virtualize.init" }:
                _ = client.SendAsync("BeginInvokeDotNetFromJS", null, null, "OnSpacerBeforeVisible", call.DotNetObject(0), "[0,0,900]");
                return null;
            case { Target: "/js/diagram.js" or "/js/diagram.js mount" }:
                return await Diagram.AnswerAsync(call);
            default:
                return null;
        }
    }
}
