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
        Attack: ["T1499", "T1496"]);

    protected override Sighting? Look(Container container, Cluster cluster)
    {
        var limit = container.At["resources"]["limits"]["memory"];
        return limit.Exists || cluster.AllIn(container.Workload.Namespace, "LimitRange").Any(HasDefault) ? null : new("It may use all memory of its node.", [limit.Evidence]);
    }

    private static bool HasDefault(Cursor range) =>
        range["spec"]["limits"].Items.Any(limit => limit["type"].Text == "Container" && (limit["default"]["memory"].Exists || limit["max"]["memory"].Exists));
}
