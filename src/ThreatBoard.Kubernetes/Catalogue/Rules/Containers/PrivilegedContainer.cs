using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

/// <summary>The process keeps every capability and sees host devices, so one exploited process is already root on the node.</summary>
public sealed class PrivilegedContainer : ContainerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-CTR-01",
        Title: "Privileged container",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 5),
        Why: "The process keeps every capability and sees host devices, so one exploited process is already root on the node.",
        Mitigations:
        [
            "Set privileged: false and grant the single capability or device that is needed",
            "Enforce PSS baseline on the namespace",
        ],
        Cwe: 250,
        Attack: ["T1610", "T1611"],
        References: new() { Owasp = ["K01"], Cis = ["5.2.2"], Microsoft = ["MS-TA9018"], PodSecurity = "baseline: Privileged Containers", Guide = "Pod security enforcement" });

    protected override Sighting? Look(Container container, Cluster cluster) =>
        container.Security["privileged"] is { Flag: true } at ? new("It runs privileged.", [at.Evidence]) : null;
}
