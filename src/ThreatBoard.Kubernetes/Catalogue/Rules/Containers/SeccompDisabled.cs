using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

/// <summary>Someone turned the filter off on purpose, so even the runtime default no longer applies.</summary>
public sealed class SeccompDisabled : ContainerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-CTR-11",
        Title: "Seccomp explicitly disabled",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 4),
        Why: "Someone turned the filter off on purpose, so even the runtime default no longer applies.",
        Mitigations:
        [
            "Use RuntimeDefault or a Localhost profile",
        ],
        Cwe: 693,
        Attack: ["T1562.001", "T1611"],
        References: new() { Owasp = ["K01"], Cis = ["5.7.2"], PodSecurity = "baseline: Seccomp", Guide = "Hardening containerized environments" });

    protected override Sighting? Look(Container container, Cluster cluster)
    {
        if (container.Effective("seccompProfile", "type") is { Text: "Unconfined" } at) return new("Seccomp is switched off.", [at.Evidence]);
        var annotations = container.Workload.Annotations;
        var key = new[] { $"container.seccomp.security.alpha.kubernetes.io/{container.Name}", "seccomp.security.alpha.kubernetes.io/pod" }
            .FirstOrDefault(k => annotations.GetValueOrDefault(k) == "unconfined");
        return key is null ? null : new("Seccomp is switched off by an annotation.", [new Evidence(container.Workload.Key, $"metadata.annotations['{key}']", "unconfined")]);
    }
}
