using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Comparing;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>The picture of a comparison: one scene, and what became of its elements; its mirror is <c>comparison/scene.ts</c>.</summary>
/// <param name="Marks">In the order of the tree of changes; what was only moved comes last.</param>
public sealed record ComparisonScene(DiagramScene Scene, ImmutableArray<SceneMark> Marks)
{
    private static readonly string[] s_drawn = [ShapeOf<Boundary>.Name, ShapeOf<Component>.Name, ShapeOf<Actor>.Name, ShapeOf<Flow>.Name];

    public static ComparisonScene Of(ComparedRevisions compared, Grouping grouping, ComparisonSide side)
    {
        var before = DiagramScene.Of(compared.Before, compared.ModelName, grouping, compared.Since);
        var after = DiagramScene.Of(compared.After, compared.ModelName, grouping, compared.Until);
        var scene = side switch
        {
            ComparisonSide.Before => before,
            ComparisonSide.After => after,
            _ => Joined(before, after),
        };
        return new(scene, MarksOf(compared.Comparison.Entities, before, after, scene, side));
    }

    /// <summary>The state after, and beside it what is only in the state before.</summary>
    private static DiagramScene Joined(DiagramScene before, DiagramScene after) => after with
    {
        Boundaries = With(after.Boundaries, before.Boundaries),
        Components = With(after.Components, before.Components),
        Actors = With(after.Actors, before.Actors),
        Flows = With(after.Flows, before.Flows),
        Placements = With(after.Placements, before.Placements),
    };

    private static ImmutableArray<T> With<T>(ImmutableArray<T> after, ImmutableArray<T> before)
        where T : ISceneElement
    {
        var known = after.Select(element => element.Id).ToHashSet(StringComparer.Ordinal);
        return [.. after, .. before.Where(element => !known.Contains(element.Id))];
    }

    private static ImmutableArray<SceneMark> MarksOf(
        ImmutableArray<ComparedEntity> entities, DiagramScene before, DiagramScene after, DiagramScene scene, ComparisonSide side)
    {
        var drawn = scene.Boundaries.Select(b => b.Id).Concat(scene.Components.Select(c => c.Id)).Concat(scene.Actors.Select(a => a.Id)).Concat(scene.Flows.Select(f => f.Id)).ToHashSet(StringComparer.Ordinal);
        var moved = Moved(before, after, scene, side);
        var marks = new Dictionary<string, SceneMark>(StringComparer.Ordinal);
        foreach (var (id, kind) in entities.Where(entity => s_drawn.Contains(entity.Entity.Kind)).Select(entity => (entity.Entity.Id.ToString(), Word(entity.Kind))).Concat(OfControls(entities)))
        {
            if (drawn.Contains(id)) marks.TryAdd(id, new(id, kind, moved.GetValueOrDefault(id)));
        }

        foreach (var (id, from) in moved.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            if (drawn.Contains(id)) marks.TryAdd(id, new(id, "moved", from));
        }

        return [.. marks.Values];
    }

    /// <summary>A control has no place of its own on a drawing: what becomes of it changes the element that it belongs to.</summary>
    private static IEnumerable<(string, string)> OfControls(IEnumerable<ComparedEntity> entities) =>
        entities.Select(entity => entity.Change).OfType<Change<Control>>().Select(change => ((change.After ?? change.Before!).Of.Id.ToString(), "changed"));

    /// <summary>Elements placed in both states, at different places; where they stood, or null on the state before itself.</summary>
    private static Dictionary<string, ScenePlace?> Moved(DiagramScene before, DiagramScene after, DiagramScene scene, ComparisonSide side)
    {
        var was = before.Placements.ToDictionary(place => place.Id, StringComparer.Ordinal);
        // An actor stands beside the component at which it starts, wherever it was placed.
        var actors = scene.Actors.Select(actor => actor.Id).ToHashSet(StringComparer.Ordinal);
        return after.Placements.Where(place => !actors.Contains(place.Id) && was.TryGetValue(place.Id, out var old) && old != place)
            .ToDictionary(place => place.Id, place => side is ComparisonSide.Before ? null : was[place.Id], StringComparer.Ordinal)!;
    }

    private static string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Removed => "removed",
        _ => "changed",
    };
}
