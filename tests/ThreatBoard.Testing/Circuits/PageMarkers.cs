using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ThreatBoard.Testing.Circuits;

/// <summary>Where a page's markup says which components the circuit is to start.</summary>
internal static partial class PageMarkers
{
    /// <summary>The message that starts them.</summary>
    /// <exception cref="InvalidDataException">The page has none: it is no interactive page.</exception>
    public static string Operations(string markup)
    {
        var markers = Marker().Matches(markup).Select(found => JsonNode.Parse(found.Groups["json"].Value)!).Where(marker => (string?)marker["type"] == "server").ToList();
        if (markers.Count == 0) throw new InvalidDataException("The page has no component that a circuit runs.");
        var operations = markers.Select((marker, at) => new { type = "add", ssrComponentId = at + 1, marker });
        return JsonSerializer.Serialize(new { batchId = 1, operations }, JsonSerializerOptions.Web);
    }

    public static string State(string markup) => StateMarker().Match(markup).Groups["state"].Value;

    [GeneratedRegex("<!--Blazor:(?<json>\\{.*?\\})-->", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>[a-zA-Z0-9+/=]+)-->", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StateMarker();
}
