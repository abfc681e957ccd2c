using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Supply;

/// <summary>Whoever answers for that service sees and edits every API object.</summary>
public sealed class WebhookThatAnyoneMayAnswer : ObjectRule
{
    private const int MostEvidence = 20;

    public override RuleCard Card { get; } = new(
        Code: "TB-SUP-05",
        Title: "Admission webhook without pinned CA or in an open namespace",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 1, Impact: 5),
        Why: "Whoever answers for that service sees and edits every API object.",
        Mitigations:
        [
            "caBundle",
            "Isolate and harden the webhook pods",
        ],
        Cwe: 295,
        Attack: ["T1557", "T1546"],
        References: new() { Owasp = ["K04"], Microsoft = ["MS-TA9015", "MS-TA9011"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from configuration in Webhooks.Configurations(cluster)
        let weak = Webhooks.Of(configuration).SelectMany(hook => Weaknesses(configuration, hook["clientConfig"], cluster)).ToList()
        where weak.Count > 0
        select (configuration, new Sighting(string.Join(" ", weak.Select(w => w.Because).Distinct(StringComparer.Ordinal)), [.. weak.Select(w => w.At.Evidence).Take(MostEvidence)]));

    private static IEnumerable<(string Because, Cursor At)> Weaknesses(Cursor configuration, Cursor client, Cluster cluster)
    {
        if (client["url"] is { Text.Length: > 0 } url && !Webhooks.IsInside(url.Text)) yield return ("It is answered from outside the cluster.", url);
        if (client["caBundle"] is { Text: null or "" } bundle && !Webhooks.IsGivenItsBundle(configuration)) yield return ("No certificate authority is pinned for its answers.", bundle);
        if (client["service"] is { Exists: true } service && Webhooks.IsOpen(service, cluster)) yield return ($"Any pod may reach the Service {service["name"].Text} that answers.", service["name"]);
    }
}
