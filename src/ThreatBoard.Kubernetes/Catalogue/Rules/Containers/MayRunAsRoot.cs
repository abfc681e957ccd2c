using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

/// <summary>Root in the container removes a layer in front of every kernel or runtime escape bug.</summary>
public sealed class MayRunAsRoot : ContainerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-CTR-03",
        Title: "Container may run as root",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 3),
        Why: "Root in the container removes a layer in front of every kernel or runtime escape bug.",
        Mitigations:
        [
            "runAsNonRoot: true at pod level",
            "Set a non-zero runAsUser and a numeric USER in the image",
            "hostUsers: false where supported",
        ],
        Cwe: 250,
        Attack: ["T1611"],
        References: new() { Owasp = ["K01"], Cis = ["5.2.7"], PodSecurity = "restricted: Running as Non-root", Guide = "Non-root containers" });

    protected override Sighting? Look(Container container, Cluster cluster) =>
        !container.Workload.HasOwnUsers && container.Effective("runAsNonRoot") is { Flag: not true } at
            ? new("Nothing keeps it from running as root.", [at.Evidence])
            : null;
}
