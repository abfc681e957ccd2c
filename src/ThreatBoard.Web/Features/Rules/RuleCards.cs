using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Kubernetes.Catalogue;

namespace ThreatBoard.Web.Features.Rules;

/// <summary>The cards of every rule there is, in the order of the catalogues.</summary>
public static class RuleCards
{
    public static ImmutableArray<RuleCard> All { get; } = [.. DomainRules.All.Select(rule => rule.Card), .. KubernetesRules.All.Select(rule => rule.Card)];
}
