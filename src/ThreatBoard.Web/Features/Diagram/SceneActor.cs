using System.Text.Json.Serialization;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>A threat actor as a figure beside the component at which it starts.</summary>
public sealed record SceneActor(
    string Id,
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Parent,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? StartsAt) : ISceneElement;
