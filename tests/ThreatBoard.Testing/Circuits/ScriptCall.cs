using System.Text.Json;

namespace ThreatBoard.Testing.Circuits;

/// <summary>A call from .NET into the browser's scripts.</summary>
/// <param name="Target">What the object is that it is called on: <c>page</c>, a module's address, or that with what made the object after it.</param>
public sealed record ScriptCall(string Target, string Name, JsonElement Arguments)
{
    /// <summary>The number under which .NET knows an object that it handed over, or null where the argument is none.</summary>
    public long? DotNetObject(int argument) =>
        Arguments.GetArrayLength() > argument && Arguments[argument] is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty("__dotNetObject", out var id) ? id.GetInt64() : null;
}
