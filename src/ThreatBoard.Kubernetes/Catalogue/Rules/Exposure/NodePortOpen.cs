using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Exposure;

/// <summary>The port opens on every node address, including nodes in other zones.</summary>
public sealed class NodePortOpen : ObjectRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-EXP-02",
        Title: "NodePort service",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 3, Impact: 3),
        Why: "The port opens on every node address, including nodes in other zones.",
        Mitigations:
        [
            "Use ClusterIP behind Ingress",
            "Node firewall",
        ],
        Cwe: 668,
        Attack: ["T1133"],
        Actor: ActorKind.ExternalAttacker,
        References: new() { Owasp = ["K06"], Microsoft = ["MS-TA9005"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from service in cluster.Services
        where service.Type == "NodePort" || (service.Type == "LoadBalancer" && service.Spec["allocateNodePorts"].Flag != false)
        select (service.Root, new Sighting(
            "Its port opens on every node.", [service.Spec["type"].Evidence, .. service.Ports.Select(p => p.At["nodePort"]).Where(p => p.Exists).Select(p => p.Evidence)]));
}
