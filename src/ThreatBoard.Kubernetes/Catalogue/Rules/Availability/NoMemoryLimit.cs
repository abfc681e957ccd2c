using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Availability;

/// <summary>A leak or flood in one pod evicts its neighbours.</summary>
public sealed class NoMemoryLimit : ContainerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-AVL-01",
        Title: "No memory limit",
        Category: Stride.DenialOfService,
        Suggested: new(Likelihood: 3, Impact: 3),
        Why: "A leak or flood in one pod evicts its neighbours.",
        Mitigations:
        [
            "Set limits",
            "LimitRange",
        ],
        Cwe: 770,
        Attack: ["T1499", "T1496"],
        References: new() { Owasp = ["K01"], Microsoft = ["MS-TA9040", "MS-TA9039"], Guide = "Resource policies" });

    protected override Sighting? Look(Container container, Cluster cluster)
    {
        var limit = container.At["resources"]["limits"]["memory"];
        return limit.Exists || LimitRanges.Limit(cluster, container.Workload.Namespace, "memory") ? null : new("It may use all memory of its node.", [limit.Evidence]);
    }
}
