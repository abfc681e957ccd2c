using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.PodSecurity;
using ThreatBoard.Kubernetes.PodSecurity.Checks;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

/// <summary>A label such as spc_t drops SELinux confinement.</summary>
public sealed class UnusualSeLinuxLabel : ContainerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-CTR-13",
        Title: "Custom SELinux context outside the allowed set",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 1, Impact: 4),
        Why: "A label such as spc_t drops SELinux confinement.",
        Mitigations:
        [
            "Remove seLinuxOptions or use container_t",
        ],
        Cwe: 693,
        Attack: ["T1562.001"],
        References: new() { Owasp = ["K01"], Cis = ["5.7.3"], PodSecurity = "baseline: SELinux", Guide = "Hardening containerized environments" });

    protected override Sighting? Look(Container container, Cluster cluster)
    {
        var labels = ConfinementChecks.UnusualLabels(container.Effective("seLinuxOptions"), PodSecurityVersion.Latest).Select(label => label.Evidence).ToValueList();
        return labels.Count == 0 ? null : new($"Its SELinux label is set to {string.Join(", ", labels.Select(label => label.Value))}.", labels);
    }
}
