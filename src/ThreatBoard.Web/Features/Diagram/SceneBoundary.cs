using System.Text.Json.Serialization;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>A boundary as it is drawn.</summary>
/// <param name="Kind"><c>cluster</c>, <c>node</c>, <c>namespace</c>, <c>pod</c> or <c>zone</c>: its hue and dash.</param>
/// <param name="Zone">The words under its name, where the kind alone does not say enough.</param>
/// <param name="Parent">The boundary that it is drawn in.</param>
public sealed record SceneBoundary(
    string Id,
    string Name,
    string Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Zone,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Parent,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Derived,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SceneBadge? Badge) : ISceneElement;
