using System.Collections.Immutable;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>What turns one scene into a later one: whole elements, and the ids of those that are gone.</summary>
public sealed record SceneDelta(
    long From,
    long Sequence,
    ImmutableArray<SceneBoundary> Boundaries,
    ImmutableArray<SceneComponent> Components,
    ImmutableArray<SceneActor> Actors,
    ImmutableArray<SceneFlow> Flows,
    ImmutableArray<ScenePlace> Placements,
    ImmutableArray<string> Removed)
{
    /// <summary>Over this many elements, fetching the scene again is cheaper than sending what differs.</summary>
    public const int MostElements = 400;

    public int Count => Boundaries.Length + Components.Length + Actors.Length + Flows.Length + Placements.Length + Removed.Length;

    public static SceneDelta Between(DiagramScene before, DiagramScene after) => new(
        before.Sequence,
        after.Sequence,
        Differing(before.Boundaries, after.Boundaries),
        Differing(before.Components, after.Components),
        Differing(before.Actors, after.Actors),
        Differing(before.Flows, after.Flows),
        Differing(before.Placements, after.Placements),
        [.. Ids(before).Except(Ids(after), StringComparer.Ordinal)]);

    private static ImmutableArray<T> Differing<T>(ImmutableArray<T> before, ImmutableArray<T> after)
        where T : class, ISceneElement
    {
        var known = before.ToDictionary(element => element.Id, StringComparer.Ordinal);
        return [.. after.Where(element => !element.Equals(known.GetValueOrDefault(element.Id)))];
    }

    private static IEnumerable<string> Ids(DiagramScene scene) =>
        scene.Boundaries.Select(b => b.Id).Concat(scene.Components.Select(c => c.Id)).Concat(scene.Actors.Select(a => a.Id)).Concat(scene.Flows.Select(f => f.Id));
}
