using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>The picture of a model as the browser gets it; its mirror is <c>scene/scene.ts</c>.</summary>
/// <param name="Sequence">The last journal entry that this picture contains.</param>
/// <param name="Grouping"><c>tenancy</c> or <c>compute</c>.</param>
public sealed record DiagramScene(
    long Sequence,
    string Name,
    string Grouping,
    ImmutableArray<SceneBoundary> Boundaries,
    ImmutableArray<SceneComponent> Components,
    ImmutableArray<SceneActor> Actors,
    ImmutableArray<SceneFlow> Flows,
    ImmutableArray<ScenePlace> Placements)
{
    /// <summary>The picture of a whole content, with badges from its own threats.</summary>
    /// <param name="day">The workspace's day and bands; where it is left out the usual bands, and acceptances hold whatever the day.</param>
    public static DiagramScene Of(ModelContent content, string name, Grouping grouping, long sequence, WorkingDay? day = null) =>
        Of(content, SceneBadges.Of(content, day ?? WorkingDay.Usual), name, grouping, sequence);

    /// <summary>The picture of a content that may hold elements alone.</summary>
    /// <param name="badges">Open threats by the id of the element that they are about.</param>
    public static DiagramScene Of(ModelContent content, IReadOnlyDictionary<Guid, SceneBadge> badges, string name, Grouping grouping, long sequence) =>
        new SceneDrawing(content, badges, grouping).Draw(name, sequence);
}
