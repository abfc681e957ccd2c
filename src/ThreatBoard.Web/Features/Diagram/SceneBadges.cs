using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>Open threats by the element that they are about; an acceptance past its last day holds no longer.</summary>
internal static class SceneBadges
{
    public static Dictionary<Guid, SceneBadge> Of(ModelContent content, WorkingDay day)
    {
        var states = ThreatState.OfAll(content, day.Today);
        return content.All<Threat>()
            .Where(threat => !threat.Subject.IsGone && states[threat.Id].Status.IsOpen())
            .GroupBy(threat => threat.Subject.Ref.Id, threat => day.Bands.Of(states[threat.Id].Residual?.Score ?? 0))
            .ToDictionary(group => group.Key, group => Badge(group.Count(), group.Max()));
    }

    public static SceneBadge Badge(int open, RiskBand worst) => new(open, worst is RiskBand.None ? null : worst.Letter());
}
