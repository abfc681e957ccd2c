using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Revisions;

/// <summary>What differs between two states of a model: entity by entity, boundary by boundary, and as a change of risk.</summary>
/// <param name="Entities">Content alone, in the order of <see cref="EntityKinds.All"/>; added first, then removed, then changed.</param>
/// <param name="LayoutChanges">Diagrams and places that differ; they are no change of the model.</param>
public sealed record RevisionComparison(
    ImmutableArray<ComparedEntity> Entities, int LayoutChanges, RiskChange Risk, ImmutableArray<BoundaryRollup> Boundaries)
{
    public static RevisionComparison Of(ModelContent before, ModelContent after)
    {
        var changes = Comparison.Between(before, after);
        var risk = RiskChange.Of(before, after);
        ImmutableArray<ComparedEntity> entities =
        [
            .. changes.Where(change => change.Shape.Part is ModelPart.Content).Select(change => Compared(change, before, after))
                .OrderBy(entity => EntityKinds.All.IndexOf(EntityKinds.Named(entity.Entity.Kind)!))
                .ThenBy(entity => entity.Kind)
                .ThenBy(entity => entity.Title, StringComparer.CurrentCulture),
        ];
        return new(entities, changes.Count(change => change.Shape.Part is ModelPart.Layout), risk, BoundaryRollups.Of(before, after, entities));
    }

    public ChangeTally Tally => ChangeTally.Of(Entities);

    /// <summary>The kinds that differ, each with how much, in the order of <see cref="Entities"/>.</summary>
    public IEnumerable<(string Kind, ChangeTally Tally)> Kinds =>
        Entities.GroupBy(entity => entity.Entity.Kind).Select(kind => (kind.Key, ChangeTally.Of(kind)));

    private static ComparedEntity Compared(Change change, ModelContent before, ModelContent after)
    {
        var side = change.Kind is ChangeKind.Removed ? before : after;
        return new(
            change.Entity,
            change.Kind,
            EntityTitles.Title(side, change.Entity),
            ModelPlaces.HomeOf(side, change.Entity),
            ChangedField.Of(change, before, after));
    }
}
