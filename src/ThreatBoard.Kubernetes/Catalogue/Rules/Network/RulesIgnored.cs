using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Network;

/// <summary>Rules of a direction that is not listed are ignored, so that the author believes in a control that is not there.</summary>
public sealed class RulesIgnored : ObjectRule
{
    private static readonly (Direction Direction, string Name)[] s_fields = [(Direction.Ingress, "ingress"), (Direction.Egress, "egress")];

    public override RuleCard Card { get; } = new(
        Code: "TB-NET-13",
        Title: "Isolation silently lost: egress rules without Egress policy type",
        Category: Stride.Tampering,
        Suggested: new(Likelihood: 2, Impact: 3),
        Why: "Rules of a direction that is not listed are ignored, so that the author believes in a control that is not there.",
        Mitigations:
        [
            "Add the direction to policyTypes",
        ],
        Cwe: 693,
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K05"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from policy in cluster.Policies
        let ignored = s_fields.Where(field => !policy.Isolates(field.Direction) && policy.Spec[field.Name].Items.Any()).ToList()
        where ignored.Count > 0
        select (policy.Root, new Sighting(
            $"policyTypes does not list {string.Join(" or ", ignored.Select(field => field.Direction))}, so the rules for it are ignored.",
            [policy.Spec["policyTypes"].Evidence, .. ignored.Select(field => policy.Spec[field.Name].Evidence)]));
}
