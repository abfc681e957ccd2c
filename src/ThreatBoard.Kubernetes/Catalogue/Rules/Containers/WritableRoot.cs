using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

/// <summary>A foothold can drop tools or replace the application binary and survive until the pod is replaced.</summary>
public sealed class WritableRoot : ContainerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-CTR-09",
        Title: "Writable root filesystem",
        Category: Stride.Tampering,
        Suggested: new(Likelihood: 3, Impact: 2),
        Why: "A foothold can drop tools or replace the application binary and survive until the pod is replaced.",
        Mitigations:
        [
            "readOnlyRootFilesystem: true plus emptyDir for scratch paths",
        ],
        Cwe: 732,
        Attack: ["T1105"],
        References: new() { Owasp = ["K01"], Guide = "Immutable container file systems" });

    protected override Sighting? Look(Container container, Cluster cluster) =>
        container.Security["readOnlyRootFilesystem"] is { Flag: not true } at ? new("Its root filesystem is writable.", [at.Evidence]) : null;
}
