using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Network;

/// <summary>The rule looks selective but admits the whole cluster.</summary>
/// <remarks>A rule without any peer lets in still more, and is TB-NET-05: one cause, one finding.</remarks>
public sealed class PolicyAdmitsEveryNamespace : ObjectRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-NET-04",
        Title: "Policy lets in every namespace",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 3, Impact: 3),
        Why: "The rule looks selective but admits the whole cluster.",
        Mitigations:
        [
            "Select namespaces by kubernetes.io/metadata.name",
        ],
        Cwe: 923,
        Attack: ["T1210"],
        References: new() { Owasp = ["K05"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from policy in cluster.Policies
        let open = policy.Rules(Direction.Ingress).SelectMany(rule => NetworkPolicy.Peers(rule, Direction.Ingress)).Where(AdmitsAll).ToList()
        where open.Count > 0
        select (policy.Root, new Sighting("It lets in the pods of every namespace.", [.. open.Select(peer => peer["namespaceSelector"].Evidence)]));

    private static bool AdmitsAll(Cursor peer) =>
        peer["namespaceSelector"] is { Exists: true } namespaces && new LabelSelector(namespaces).IsEmpty && new LabelSelector(peer["podSelector"]).IsEmpty;
}
