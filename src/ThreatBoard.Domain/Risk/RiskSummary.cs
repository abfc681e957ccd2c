using System.Collections.Immutable;

namespace ThreatBoard.Domain.Risk;

/// <summary>How much risk a model carries: its threats by band, and the sum of their residual scores.</summary>
/// <param name="ByBand">Threats whose risk is still carried, by the band of their residual risk; <see cref="RiskBand.None"/> holds those that nobody rated.</param>
/// <param name="Score">The sum of residual scores, each 1 to 25.</param>
/// <param name="Open">Threats that still ask for work.</param>
public sealed record RiskSummary(ImmutableSortedDictionary<RiskBand, int> ByBand, int Score, int Open)
{
    /// <param name="scale">The workspace's bands; the usual ones where left out.</param>
    public static RiskSummary Of(IReadOnlyCollection<ThreatState> states, BandScale? scale = null)
    {
        var carried = states.Where(state => state.Status.CarriesRisk()).ToList();
        return new(
            carried.CountBy(state => (scale ?? BandScale.Usual).Of(state.ResidualScore)).ToImmutableSortedDictionary(),
            carried.Sum(state => state.ResidualScore),
            states.Count(state => state.Status.IsOpen()));
    }

    public int In(RiskBand band) => ByBand.GetValueOrDefault(band);
}
