using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>Groups findings by their cause and puts first what a reviewer should read first.</summary>
public static class FindingGroups
{
    /// <summary>As many as one page shows.</summary>
    public const int Page = 25;

    /// <summary>Causes of one rule that are told apart; what has more of them is one group.</summary>
    private const int MostCauses = 3;

    /// <summary>Groups in the order of reading: found before cannot tell, worse before better, and among equals what the internet reaches, then what is found most often.</summary>
    public static ImmutableArray<FindingGroup> Of(IEnumerable<Finding> findings, Cluster cluster) => Of(findings, cluster, cluster.Subjects);

    /// <param name="findings">What was found.</param>
    /// <param name="cluster">Where.</param>
    /// <param name="subjects">The entities that stand for what is in the cluster.</param>
    public static ImmutableArray<FindingGroup> Of(IEnumerable<Finding> findings, Cluster cluster, Subjects subjects)
    {
        var weighing = new Weighing(cluster, subjects);
        return
        [
            .. findings.GroupBy(f => (f.Card.Code, f.Answer)).SelectMany(ByCause)
                .Select(same => Group(same, weighing))
                .OrderBy(g => g.Answer == Answer.Found ? 0 : 1)
                .ThenByDescending(g => BandScale.Usual.Of(g.Suggested.Score))
                .ThenByDescending(g => g.Exposed > 0 || g.Card.Actor is ActorKind.ExternalAttacker)
                .ThenByDescending(g => g.Suggested.Score)
                .ThenByDescending(g => g.Subjects)
                .ThenBy(g => g.Card.Code, StringComparer.Ordinal)
                .ThenBy(g => g.Because, StringComparer.Ordinal),
        ];
    }

    /// <summary>The cause alone, of a reason that may go on to tell why it weighs more or less where it was found.</summary>
    public static string CauseOf(string reason) =>
        new[] { Weighing.More, Weighing.Less }.Select(words => reason.IndexOf($" {words}", StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(reason.Length).Min() is var end ? reason[..end] : reason;

    /// <summary>One cause is one wording; a rule that words every finding anew has one cause all the same.</summary>
    private static IEnumerable<IReadOnlyList<Finding>> ByCause(IEnumerable<Finding> ofRule)
    {
        var all = ofRule.ToList();
        var causes = all.GroupBy(f => f.Because, StringComparer.Ordinal).ToList();
        return causes.Count > MostCauses ? [all] : causes.Select(cause => cause.ToList());
    }

    private static FindingGroup Group(IReadOnlyList<Finding> same, Weighing weighing)
    {
        var ordered = same.OrderByDescending(f => weighing.IsExposed(f.Subject)).ThenByDescending(f => f.Suggested.Score)
            .ThenBy(f => f.Evidence.Count > 0 ? f.Evidence[0].Object : "", StringComparer.Ordinal).ThenBy(f => f.Because, StringComparer.Ordinal).ToImmutableArray();
        return new(ordered[0].Card, ordered[0].Answer, ordered[0].Because, ordered, ordered.Count(f => weighing.IsExposed(f.Subject)));
    }
}
