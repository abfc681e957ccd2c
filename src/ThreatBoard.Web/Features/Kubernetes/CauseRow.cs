using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Kubernetes.Catalogue;
using ThreatBoard.Web.Clusters;

namespace ThreatBoard.Web.Features.Kubernetes;

/// <summary>Open threats of one rule with one cause.</summary>
/// <param name="Score">The worst of them, as assessed or else as suggested.</param>
/// <param name="Cause">What the rule saw, in its words.</param>
/// <param name="Where">Names of the first things that it is about.</param>
/// <param name="Subjects">How many things it is about.</param>
/// <param name="Exposed">How many of them the internet reaches.</param>
public sealed record CauseRow(string Rule, string Title, int Score, string Cause, ImmutableArray<string> Where, int Subjects, int Exposed)
{
    private const int MostNames = 3;
    private static readonly ImmutableDictionary<string, RuleCard> s_cards = KubernetesRules.All.ToImmutableDictionary(rule => rule.Card.Code, rule => rule.Card, StringComparer.Ordinal);

    public string Names => $"{string.Join(", ", Where)}{(Subjects > Where.Length ? $" and {Subjects - Where.Length} more" : "")}";

    /// <summary>The worst first, and among equals what the internet reaches; a page of them.</summary>
    /// <param name="today">By which threats count as open.</param>
    public static Listed<CauseRow> All(ClusterLook look, DateOnly today)
    {
        var states = ThreatState.OfAll(look.Content, today);
        var found =
            from threat in look.Content.All<Threat>()
            where threat.Verdict.Answer is Answer.Found && !threat.Subject.IsGone && states[threat.Id].Status.IsOpen()
            let card = s_cards.GetValueOrDefault(threat.Finding?.Rule ?? "")
            where card is not null && look.Derived(threat.Subject.Ref)
            select new Finding(card, threat.Subject.Ref, threat.Finding!.Discriminator, Answer.Found, FindingGroups.CauseOf(threat.Verdict.Because), threat.Evidence)
            {
                Suggested = states[threat.Id].Residual ?? threat.Suggested ?? card.Suggested,
            };
        var groups = FindingGroups.Of(found, look.Cluster, look.Subjects);
        return new([.. groups.Take(FindingGroups.Page).Select(group => Of(group, look))], groups.Length);
    }

    private static CauseRow Of(FindingGroup group, ClusterLook look) => new(
        group.Card.Code, group.Card.Title, group.Suggested.Score, group.Because,
        [.. group.Findings.Select(finding => finding.Subject).Distinct().Take(MostNames).Select(subject => look.Content.TitleOf(subject) ?? "")], group.Subjects, group.Exposed);
}
