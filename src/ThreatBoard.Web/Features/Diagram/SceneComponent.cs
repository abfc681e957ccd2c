using System.Text.Json.Serialization;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>A component as it is drawn.</summary>
/// <param name="Kind"><c>process</c>, <c>store</c> or <c>external</c>: its shape.</param>
/// <param name="Container">Its own edge is the container boundary, drawn as a frame.</param>
public sealed record SceneComponent(
    string Id,
    string Name,
    string Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Technology,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Parent,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Container,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Derived,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SceneBadge? Badge) : ISceneElement;
