using System.Collections.Immutable;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Sources;

/// <summary>Places the actors of a model that nobody has placed yet, once a reading shows how the system is reached from outside.</summary>
/// <remarks>The external attacker starts at the external entity that calls most, a compromised container where that entity's flows arrive. An insider's place only people know.</remarks>
public static class StartingPlaces
{
    /// <param name="before">The model without the reading; where it holds components already, people have had the chance to place actors, and nothing is proposed.</param>
    /// <param name="after">The model with it.</param>
    public static ImmutableArray<Change> Of(ModelContent before, ModelContent after)
    {
        if (before.CountOf<Component>() > 0) return [];
        var graph = new ModelGraph(after);
        var outside = graph.Components.Where(c => c.Kind is ComponentKind.ExternalEntity).MaxBy(c => graph.FlowsFrom(c.Id).Count());
        if (outside is null) return [];
        var entry = graph.FlowsFrom(outside.Id).Select(graph.To).OrderBy(c => c.Id).FirstOrDefault();
        return
        [
            .. after.All<Actor>().Where(actor => actor.StartsAt is null).OrderBy(actor => actor.Id)
                .Select(actor => Change.Of(actor, actor with { StartsAt = PlaceOf(actor.Kind, outside, entry) }))
                .Where(change => change.After!.StartsAt is not null),
        ];
    }

    private static Id<Component>? PlaceOf(ActorKind kind, Component outside, Component? entry) => kind switch
    {
        ActorKind.ExternalAttacker => outside.Id,
        ActorKind.CompromisedContainer => entry?.Id,
        _ => null,
    };
}
