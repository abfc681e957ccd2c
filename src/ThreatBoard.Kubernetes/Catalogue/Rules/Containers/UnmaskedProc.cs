using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

/// <summary>Kernel interfaces that are normally masked become readable or writable.</summary>
public sealed class UnmaskedProc : ContainerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-CTR-14",
        Title: "Unmasked /proc",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 1, Impact: 4),
        Why: "Kernel interfaces that are normally masked become readable or writable.",
        Mitigations:
        [
            "Remove procMount",
        ],
        Cwe: 200,
        Attack: ["T1611"],
        References: new() { Owasp = ["K01"], Cis = ["5.7.3"], PodSecurity = "baseline: /proc Mount Type" });

    protected override Sighting? Look(Container container, Cluster cluster) =>
        !container.Workload.HasOwnUsers && container.Security["procMount"] is { Exists: true, Text: not "Default" } at
            ? new("The mask over /proc is taken away.", [at.Evidence])
            : null;
}
