using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Kubernetes.Catalogue;

namespace ThreatBoard.Kubernetes.Reports;

/// <summary>Findings of one rule with one cause, as reports write them together.</summary>
public sealed record ReportedGroup(FindingGroup Group, ImmutableArray<ReportedFinding> Findings)
{
    public RuleCard Card => Group.Card;

    public RiskBand Band => BandScale.Usual.Of(Group.Suggested.Score);
}
