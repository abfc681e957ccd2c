using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

/// <summary>All system calls remain reachable, which is where kernel escape bugs live.</summary>
/// <remarks>A profile that is switched off on purpose is TB-CTR-11: one cause, one finding.</remarks>
public sealed class NoSeccompProfile : ContainerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-CTR-10",
        Title: "No seccomp profile",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 3),
        Why: "All system calls remain reachable, which is where kernel escape bugs live.",
        Mitigations:
        [
            "seccompProfile: {type: RuntimeDefault}",
            "kubelet seccompDefault: true",
        ],
        Cwe: 693,
        Attack: ["T1611", "T1068"],
        References: new() { Owasp = ["K01"], Cis = ["5.7.2"], PodSecurity = "restricted: Seccomp", Guide = "Hardening containerized environments" });

    protected override Sighting? Look(Container container, Cluster cluster) =>
        !container.Workload.IsWindows && container.Effective("seccompProfile", "type") is { Text: not ("RuntimeDefault" or "Localhost" or "Unconfined") } at
            ? new("No seccomp profile is set; the kubelet may have a default that was not read.", [at.Evidence])
            : null;
}
