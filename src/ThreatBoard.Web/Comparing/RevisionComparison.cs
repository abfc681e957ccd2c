using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Revisions;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Web.Comparing;

/// <summary>What differs between two states of a model: entity by entity at once, and as a change of risk, of flows and of boundaries when somebody asks.</summary>
public sealed class RevisionComparison
{
    private readonly Lazy<RiskChange> _sums;
    private readonly Lazy<RiskComparison> _risk;
    private readonly Lazy<ImmutableArray<FlowShift>> _flows;
    private readonly Lazy<ImmutableArray<BoundaryRollup>> _boundaries;
    private readonly Lazy<ImmutableArray<DecisionLine>> _decisions;

    private RevisionComparison(ModelContent before, ModelContent after)
    {
        var changes = Comparison.Between(before, after);
        Entities =
        [
            .. changes.Where(change => change.Shape.Part is ModelPart.Content).Select(change => new ComparedEntity(change, before, after))
                .OrderBy(entity => s_order[entity.Entity.Kind]).ThenBy(entity => entity.Kind).ThenBy(entity => entity.Title, StringComparer.OrdinalIgnoreCase).ThenBy(entity => entity.Entity.Id),
        ];
        LayoutChanges = changes.Count(change => change.Shape.Part is ModelPart.Layout);
        Moved = MovedElement.Of(changes, after);
        Tally = ChangeTally.Of(Entities);
        _sums = new(() => RiskChange.Of(before, after));
        _risk = new(() => RiskComparison.Of(before, after));
        _flows = new(() => FlowShift.Between(before, after));
        _decisions = new(() => DecisionLine.Between(before, after));
        _boundaries = new(() => BoundaryRollups.Of(before, after, Entities));
    }

    private static readonly Dictionary<string, int> s_order = EntityKinds.All.Select((shape, place) => (shape.Name, place)).ToDictionary(kind => kind.Name, kind => kind.place, StringComparer.Ordinal);

    /// <summary>Content alone, in the order of <see cref="EntityKinds.All"/>; added first, then removed, then changed.</summary>
    public ImmutableArray<ComparedEntity> Entities { get; }

    /// <summary>Diagrams and places that differ; they are no change of the model.</summary>
    public int LayoutChanges { get; }

    /// <summary>What stands elsewhere on a drawing, by title.</summary>
    public ImmutableArray<MovedElement> Moved { get; }

    public ChangeTally Tally { get; }

    public RiskChange Sums => _sums.Value;

    public RiskComparison Risk => _risk.Value;

    public ImmutableArray<FlowShift> Flows => _flows.Value;

    /// <summary>What was decided between the two, in the order of time; it is no content.</summary>
    public ImmutableArray<DecisionLine> Decisions => _decisions.Value;

    public ImmutableArray<BoundaryRollup> Boundaries => _boundaries.Value;

    /// <summary>The kinds that differ, each with how much, in the order of <see cref="Entities"/>.</summary>
    public IEnumerable<(string Kind, ChangeTally Tally)> Kinds =>
        Entities.GroupBy(entity => entity.Entity.Kind).Select(kind => (kind.Key, ChangeTally.Of(kind)));

    public static RevisionComparison Of(ModelContent before, ModelContent after) => new(before, after);
}
