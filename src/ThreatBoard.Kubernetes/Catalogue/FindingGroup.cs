using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>Findings of one rule with one cause, which one change of habit would mend everywhere.</summary>
/// <param name="Because">The cause, in the words of the first finding.</param>
/// <param name="Findings">Of all subjects, those that the internet reaches first.</param>
/// <param name="Exposed">How many of the findings are about what the internet reaches.</param>
public sealed record FindingGroup(RuleCard Card, Answer Answer, string Because, ImmutableArray<Finding> Findings, int Exposed)
{
    /// <summary>The worst that is suggested for any of them.</summary>
    public Rating Suggested { get; } = Findings.Select(f => f.Suggested).MaxBy(rating => rating.Score)!;

    /// <summary>How many things it is about.</summary>
    public int Subjects { get; } = Findings.Select(f => f.Subject).Distinct().Count();
}
