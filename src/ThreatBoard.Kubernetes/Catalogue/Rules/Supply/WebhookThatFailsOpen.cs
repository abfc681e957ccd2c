using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Supply;

/// <summary>Taking the webhook down switches the control off.</summary>
public sealed class WebhookThatFailsOpen : ObjectRule
{
    private const int MostEvidence = 20;
    private const int MostNames = 5;

    public override RuleCard Card { get; } = new(
        Code: "TB-SUP-04",
        Title: "Admission webhook that fails open or can be bypassed",
        Category: Stride.Tampering,
        Suggested: new(Likelihood: 2, Impact: 4),
        Why: "Taking the webhook down switches the control off.",
        Mitigations:
        [
            "failurePolicy: Fail with narrow scope and high availability",
        ],
        Cwe: 636,
        Attack: ["T1562"],
        References: new() { Owasp = ["K04"], Microsoft = ["MS-TA9015"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from configuration in Webhooks.Configurations(cluster)
        let weak = Webhooks.Of(configuration).Where(Webhooks.IsOfSecurity).SelectMany(hook => Weaknesses(hook, cluster)).ToList()
        where weak.Count > 0
        select (configuration, new Sighting(string.Join(" ", weak.Select(w => w.Because).Distinct(StringComparer.Ordinal)), [.. weak.Select(w => w.At.Evidence).Take(MostEvidence)]));

    private static IEnumerable<(string Because, Cursor At)> Weaknesses(Cursor hook, Cluster cluster)
    {
        if (Webhooks.FailsOpen(hook)) yield return ("When it does not answer, everything is let in.", hook["failurePolicy"]);
        var spared = Webhooks.SparedNamespaces(hook, cluster).Take(MostNames).ToList();
        if (spared.Count > 0) yield return ($"It is not asked about {string.Join(", ", spared)}.", hook["namespaceSelector"]);
        var pods = Webhooks.SparedWorkloads(hook, cluster).Take(MostNames).ToList();
        if (pods.Count > 0) yield return ($"Labels take {string.Join(", ", pods)} out of its sight.", hook["objectSelector"]);
    }
}
