using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Network;

/// <summary>The rule matches no traffic, so the flow is denied.</summary>
public sealed class UnknownPortName : ObjectRule
{
    private const int MostAsked = 2_000;
    private static readonly Direction[] s_directions = [Direction.Ingress, Direction.Egress];

    public override RuleCard Card { get; } = new(
        Code: "TB-NET-14",
        Title: "Named port does not exist on the target",
        Category: Stride.DenialOfService,
        Suggested: new(Likelihood: 2, Impact: 1),
        Why: "The rule matches no traffic, so the flow is denied.",
        Mitigations:
        [
            "Use the container port's name, or its number",
        ],
        Cwe: 693,
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K05"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from policy in cluster.Policies
        let named = s_directions.SelectMany(direction => policy.Rules(direction).SelectMany(rule => NamedPorts(rule).Select(port => (Direction: direction, Rule: rule, Port: port)))).ToList()
        where named.Count > 0
        let dead = named.Where(port => IsDead(port.Port, Destinations(port.Rule, port.Direction, policy, cluster))).Select(port => port.Port["port"]).ToList()
        where dead.Count > 0
        select (policy.Root, new Sighting($"No pod there declares a port of the name {string.Join(", ", dead.Select(port => port.Text).Distinct(StringComparer.Ordinal).Take(5))}.", [.. dead.Take(10).Select(port => port.Evidence)]));

    private static IEnumerable<Cursor> NamedPorts(Cursor rule) =>
        rule["ports"].Items.Where(port => port["port"].Text is { Length: > 0 } text && !int.TryParse(text, out _));

    /// <summary>Where nobody is selected at all, the selector is what is wrong (TB-NET-11, TB-NET-12).</summary>
    private static bool IsDead(Cursor port, IEnumerable<Workload> destinations)
    {
        var (asked, name, protocol) = (0, port["port"].Text, port["protocol"].Text ?? "TCP");
        foreach (var workload in destinations)
        {
            if (++asked > MostAsked) return false;
            if (workload.Containers.Any(container => container.At["ports"].Items.Any(own => own["name"].Text == name && (own["protocol"].Text ?? "TCP") == protocol))) return false;
        }
        return asked > 0;
    }

    private static IEnumerable<Workload> Destinations(Cursor rule, Direction direction, NetworkPolicy policy, Cluster cluster) =>
        direction == Direction.Ingress ? cluster.WorkloadsIn(policy.Object.Namespace).Where(policy.Selects)
        : rule["to"].Items.Any() ? rule["to"].Items.SelectMany(peer => PeerLookup.In(cluster).Selected(peer, policy.Object.Namespace))
        : cluster.Workloads;
}
