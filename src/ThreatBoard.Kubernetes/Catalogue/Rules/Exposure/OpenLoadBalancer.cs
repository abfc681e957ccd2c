using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Exposure;

/// <summary>The workload is directly on the internet, without an ingress layer in front.</summary>
public sealed class OpenLoadBalancer : ObjectRule
{
    /// <summary>Says the same as <c>loadBalancerSourceRanges</c>, where that is not set.</summary>
    private const string Annotation = "service.beta.kubernetes.io/load-balancer-source-ranges";

    public override RuleCard Card { get; } = new(
        Code: "TB-EXP-01",
        Title: "Service of type LoadBalancer open to all sources",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 4, Impact: 3),
        Why: "The workload is directly on the internet, without an ingress layer in front.",
        Mitigations:
        [
            "Set loadBalancerSourceRanges",
            "Use Ingress/Gateway with TLS and auth",
        ],
        Cwe: 668,
        Attack: ["T1190", "T1133"],
        Actor: ActorKind.ExternalAttacker,
        References: new() { Owasp = ["K06"], Microsoft = ["MS-TA9005", "MS-TA9004"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from service in cluster.Services
        where service.Type == "LoadBalancer" && !service.IsInternal
        let ranges = service.Spec["loadBalancerSourceRanges"]
        let named = ranges.Items.Any() ? ranges.Texts() : service.Object.Annotations.GetValueOrDefault(Annotation, "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        where named.Count == 0 || named.Any(range => range.EndsWith("/0", StringComparison.Ordinal))
        select (service.Root, new Sighting("A load balancer opens it to every address.", [service.Spec["type"].Evidence, ranges.Evidence]));
}
