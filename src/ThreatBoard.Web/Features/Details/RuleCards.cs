using System.Collections.Frozen;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Kubernetes.Catalogue;

namespace ThreatBoard.Web.Features.Details;

/// <summary>The cards of all rules by their codes.</summary>
public static class RuleCards
{
    private static readonly FrozenDictionary<string, RuleCard> s_byCode = DomainRules.All.Select(rule => rule.Card).Concat(KubernetesRules.All.Select(rule => rule.Card)).ToFrozenDictionary(card => card.Code, StringComparer.Ordinal);

    /// <summary>Null for a rule of a later version.</summary>
    public static RuleCard? Named(string code) => s_byCode.GetValueOrDefault(code);
}
