using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>Open threats by the element that they are about.</summary>
internal static class SceneBadges
{
    public static Dictionary<Guid, SceneBadge> Of(ModelContent content, BandScale scale)
    {
        var states = ThreatState.OfAll(content);
        return content.All<Threat>()
            .Where(threat => !threat.Subject.IsGone && states[threat.Id].Status.IsOpen())
            .GroupBy(threat => threat.Subject.Ref.Id, threat => scale.Of(states[threat.Id].Residual?.Score ?? 0))
            .ToDictionary(group => group.Key, group => Badge(group.Count(), group.Max()));
    }

    public static SceneBadge Badge(int open, RiskBand worst) => new(open, worst is RiskBand.None ? null : worst.Letter());
}
