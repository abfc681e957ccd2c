using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Network;

/// <summary>The cloud credentials of the node can be read from inside the pod.</summary>
public sealed class MetadataReachable : IThreatRule<Cluster>
{
    private static readonly string[] s_clouds = ["aws", "gce", "azure", "openstack", "oci", "digitalocean", "ibm", "alicloud", "linode", "hcloud", "scaleway", "vultr", "exoscale"];
    private static readonly (string Name, AddressRange Range, AddressSet Set)[] s_addresses = [At("169.254.169.254"), At("fd00:ec2::254")];

    public RuleCard Card { get; } = new(
        Code: "TB-NET-07",
        Title: "Cloud metadata endpoint reachable",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 3, Impact: 5),
        Why: "The cloud credentials of the node can be read from inside the pod.",
        Mitigations:
        [
            "Leave 169.254.169.254/32 out of what egress policies allow (except)",
            "Workload identity, and a hop limit of 1 on the metadata service",
        ],
        Cwe: 923,
        Attack: ["T1552.005"],
        Actor: ActorKind.CompromisedContainer,
        References: new() { Owasp = ["K08", "K05"], Microsoft = ["MS-TA9033", "MS-TA9028", "MS-TA9020"] });

    public IEnumerable<Finding> Examine(Cluster world) =>
        from asked in IsOutsideClouds(world) ? [] : AlikePods.In(world).Ask(workload => s_addresses.Select(address => (Address: address, State: world.Reach.To(address.Set, workload).Of(Protocol.Tcp, 80))).MaxBy(a => a.State))
        where asked.Answer.State != Reachable.Denied
        let subject = world.Subjects.Pod(asked.Workload)
        where subject is not null
        let isFound = asked.Answer.State == Reachable.Allowed
        select new Sighting(
            isFound ? $"Nothing keeps it from {asked.Answer.Address.Name}." : $"Whether it reaches {asked.Answer.Address.Name} cannot be told.",
            [.. PolicyEvidence.Deciding(world.Reach.ExplainOutside(asked.Workload, asked.Answer.Address.Range, Direction.Egress), asked.Workload, world)]) { Answer = isFound ? Answer.Found : Answer.CannotTell }
            .About(Card, EntityRef.To(subject));

    /// <summary>Nodes were read, and none says that a cloud provides it.</summary>
    private static bool IsOutsideClouds(Cluster cluster)
    {
        var nodes = cluster.All("Node").ToList();
        return nodes.Count > 0 && nodes.TrueForAll(node => node["spec"]["providerID"].Text is not { } provider || !Array.Exists(s_clouds, cloud => provider.StartsWith(cloud, StringComparison.Ordinal)));
    }

    private static (string Name, AddressRange Range, AddressSet Set) At(string address) =>
        AddressRange.ParseAddress(address)!.Value is var range ? (address, range, AddressSet.Of(range)) : default;
}
