using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

/// <summary>The manifest asks for UID 0, so the image author's own non-root USER is overridden.</summary>
public sealed class ExplicitRoot : ContainerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-CTR-04",
        Title: "Explicit root user id",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 4),
        Why: "The manifest asks for UID 0, so the image author's own non-root USER is overridden.",
        Mitigations:
        [
            "Use a non-zero UID",
        ],
        Cwe: 250,
        Attack: ["T1611"],
        References: new() { Owasp = ["K01"], Cis = ["5.2.7"], PodSecurity = "restricted: Running as Non-root user", Guide = "Non-root containers" });

    protected override Sighting? Look(Container container, Cluster cluster) =>
        !container.Workload.HasOwnUsers && container.Effective("runAsUser") is { Number: 0 } at
            ? new("It is told to run as user 0.", [at.Evidence])
            : null;
}
