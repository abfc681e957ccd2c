using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Network;

/// <summary>Anything that can route to the pod network is admitted.</summary>
public sealed class PolicyOpensToAnyAddress : ObjectRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-NET-05",
        Title: "Policy opens to any address",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 3, Impact: 3),
        Why: "Anything that can route to the pod network is admitted.",
        Mitigations:
        [
            "Restrict to the ingress controller's pods or the load-balancer ranges",
        ],
        Cwe: 668,
        Attack: ["T1190"],
        Actor: ActorKind.ExternalAttacker,
        References: new() { Owasp = ["K05"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from policy in cluster.Policies
        let open = policy.Rules(Direction.Ingress).SelectMany(Open).ToList()
        where open.Count > 0
        select (policy.Root, new Sighting("It admits any address, outside the cluster included.", [.. open.Select(at => at.Evidence)]));

    private static IEnumerable<Cursor> Open(Cursor rule) => rule["from"].Items.Any()
        ? AnyAddress.AmongBlocks(rule["from"].Items).Where(block => !block["except"].Items.Any()).Select(block => block["cidr"])
        : [rule["from"]];
}
