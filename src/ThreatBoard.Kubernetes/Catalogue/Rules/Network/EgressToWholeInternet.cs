using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Network;

/// <summary>Exfiltration and command channels stay possible despite a policy being present.</summary>
public sealed class EgressToWholeInternet : ObjectRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-NET-06",
        Title: "Egress allowed to the whole internet",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 3, Impact: 3),
        Why: "Exfiltration and command channels stay possible despite a policy being present.",
        Mitigations:
        [
            "List destinations; route through an egress gateway",
        ],
        Cwe: 923,
        Attack: ["T1048", "T1567"],
        References: new() { Owasp = ["K05"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from policy in cluster.Policies
        let open = policy.Rules(Direction.Egress).SelectMany(Open).ToList()
        where open.Count > 0
        select (policy.Root, new Sighting("It allows connections to any address.", [.. open.Select(at => at.Evidence)]));

    private static IEnumerable<Cursor> Open(Cursor rule) => rule["to"].Items.Any()
        ? AnyAddress.AmongBlocks(rule["to"].Items).Where(block => !AnyAddress.SparesInnerAddresses(block)).Select(block => block["cidr"])
        : [rule["to"]];
}
