using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Web.Comparing;

/// <summary>Adds up changes and residual scores over the boundaries that hold them, outermost first, each before what lies in it.</summary>
internal sealed class BoundaryRollups
{
    private readonly ModelContent _before;
    private readonly ModelContent _after;
    private readonly Dictionary<Id<Boundary>, Boundary> _boundaries;
    private readonly ILookup<Id<Boundary>?, Boundary> _inside;
    private readonly Dictionary<Id<Boundary>, ChangeTally> _tallies = [];
    private readonly Dictionary<Id<Boundary>, (int Before, int After)> _scores = [];

    private BoundaryRollups(ModelContent before, ModelContent after)
    {
        (_before, _after) = (before, after);
        _boundaries = before.All<Boundary>().Concat(after.All<Boundary>()).GroupBy(b => b.Id).ToDictionary(b => b.Key, b => b.Last());
        _inside = _boundaries.Values.ToLookup(boundary => ModelPlaces.ParentOf(boundary) is { } parent && _boundaries.ContainsKey(parent) ? parent : (Id<Boundary>?)null);
    }

    public static ImmutableArray<BoundaryRollup> Of(ModelContent before, ModelContent after, IEnumerable<ComparedEntity> entities)
    {
        var rollups = new BoundaryRollups(before, after);
        foreach (var entity in entities) rollups.Count(entity.Home, entity.Kind);
        rollups.Weigh(before, (sum, score) => (sum.Before + score, sum.After));
        rollups.Weigh(after, (sum, score) => (sum.Before, sum.After + score));
        return [.. rollups.Under(null, 0).Where(rollup => rollup.Tally.All > 0 || rollup.ScoreBefore != rollup.ScoreAfter)];
    }

    private void Count(Id<Boundary>? home, ChangeKind kind)
    {
        foreach (var around in Around(home)) _tallies[around] = _tallies.GetValueOrDefault(around, ChangeTally.None).With(kind);
    }

    private void Weigh(ModelContent content, Func<(int Before, int After), int, (int, int)> add)
    {
        foreach (var (threat, state) in ThreatState.OfAll(content).Where(pair => pair.Value.ResidualScore > 0))
        {
            foreach (var around in Around(ModelPlaces.HomeOf(content, EntityRef.To(threat))))
                _scores[around] = add(_scores.GetValueOrDefault(around), state.ResidualScore);
        }
    }

    private IEnumerable<Id<Boundary>> Around(Id<Boundary>? home)
    {
        var seen = new HashSet<Id<Boundary>>();
        while (home is { } boundary && seen.Add(boundary) && _boundaries.TryGetValue(boundary, out var found))
        {
            yield return boundary;
            home = ModelPlaces.ParentOf(found);
        }
    }

    private IEnumerable<BoundaryRollup> Under(Id<Boundary>? parent, int depth) =>
        _inside[parent].OrderBy(b => b.Name, StringComparer.CurrentCulture).ThenBy(b => b.Id)
            .SelectMany(boundary => Under(boundary.Id, depth + 1).Prepend(Rollup(boundary, depth)));

    private BoundaryRollup Rollup(Boundary boundary, int depth)
    {
        var (before, after) = _scores.GetValueOrDefault(boundary.Id);
        return new(boundary.Id, boundary.Name, boundary.Kind, depth, KindOf(boundary.Id), _tallies.GetValueOrDefault(boundary.Id, ChangeTally.None), before, after);
    }

    private ChangeKind? KindOf(Id<Boundary> id) => (_before.Find<Boundary>(id.Value), _after.Find<Boundary>(id.Value)) switch
    {
        (null, _) => ChangeKind.Added,
        (_, null) => ChangeKind.Removed,
        var (was, now) => was.Equals(now) ? null : ChangeKind.Changed,
    };
}
