using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Risk;

/// <summary>The risk of a model before and after, and the threats that make the difference.</summary>
/// <param name="Threats">By the weight of what they change, heaviest first.</param>
public sealed record RiskChange(RiskSummary Before, RiskSummary After, ImmutableArray<ThreatDelta> Threats)
{
    /// <param name="scale">The workspace's bands; the usual ones where left out.</param>
    public static RiskChange Of(ModelContent before, ModelContent after, BandScale? scale = null)
    {
        var (was, now) = (ThreatState.OfAll(before), ThreatState.OfAll(after));
        var deltas =
            from id in was.Keys.Union(now.Keys)
            let delta = ThreatDelta.Between(
                before.Find<Threat>(id.Value), was.GetValueOrDefault(id), after.Find<Threat>(id.Value), now.GetValueOrDefault(id))
            where delta is not null
            orderby Math.Abs(delta.Difference) descending, delta.Kind, delta.Threat.Title, id
            select delta;
        return new(RiskSummary.Of([.. was.Values], scale), RiskSummary.Of([.. now.Values], scale), [.. deltas]);
    }

    public IEnumerable<ThreatDelta> Of(ThreatDeltaKind kind) => Threats.Where(delta => delta.Kind == kind);
}
