using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Risk;

/// <summary>Which threat comes first: by the band of what is still carried, one step sooner where an attacker is at most one step away.</summary>
public static class Priorities
{
    private const int Near = 1;

    /// <summary>A person's choice, else what follows from the model. What nobody rated is normal.</summary>
    public static Priority Of(Threat threat, ThreatState state, int? stepsFromAttacker, BandScale scale) =>
        threat.Priority?.Priority ?? Derived(state, stepsFromAttacker, scale);

    public static Priority Derived(ThreatState state, int? stepsFromAttacker, BandScale scale)
    {
        if (!state.Status.IsOpen()) return Priority.Low;
        var byBand = scale.Of(state.ResidualScore) switch
        {
            RiskBand.Critical => Priority.Urgent,
            RiskBand.High => Priority.High,
            RiskBand.Medium or RiskBand.None => Priority.Normal,
            _ => Priority.Low,
        };
        return stepsFromAttacker <= Near && byBand > Priority.Urgent ? byBand - 1 : byBand;
    }

    /// <summary>The open threats of a content in the order of work: priority, then residual risk, then due day, then age.</summary>
    public static IReadOnlyList<(Threat Threat, Priority Priority)> Ordered(ModelContent content, BandScale scale)
    {
        var (states, exposure) = (ThreatState.OfAll(content), new Exposure(ModelGraph.Of(content)));
        return
        [
            .. from threat in content.All<Threat>()
               let state = states[threat.Id]
               where state.Status.IsOpen()
               let priority = Of(threat, state, exposure.StepsTo(threat.Subject.Ref), scale)
               orderby priority, state.ResidualScore descending, threat.Due ?? DateOnly.MaxValue, threat.Id
               select (threat, priority),
        ];
    }
}
