using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Availability;

/// <summary>Crypto-mining or a loop starves the node.</summary>
public sealed class NoCpuShare : ContainerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-AVL-02",
        Title: "No CPU request or limit",
        Category: Stride.DenialOfService,
        Suggested: new(Likelihood: 3, Impact: 2),
        Why: "Crypto-mining or a loop starves the node.",
        Mitigations:
        [
            "Set requests",
            "ResourceQuota",
        ],
        Cwe: 770,
        Attack: ["T1496"],
        References: new() { Owasp = ["K01"], Microsoft = ["MS-TA9039"], Guide = "Resource policies" });

    protected override Sighting? Look(Container container, Cluster cluster)
    {
        var resources = container.At["resources"];
        return resources["requests"]["cpu"].Exists || resources["limits"]["cpu"].Exists || LimitRanges.Give(cluster, container.Workload.Namespace, "cpu")
            ? null
            : new("Nothing says how much processor time it needs, or may take.", [resources["requests"]["cpu"].Evidence]);
    }
}
