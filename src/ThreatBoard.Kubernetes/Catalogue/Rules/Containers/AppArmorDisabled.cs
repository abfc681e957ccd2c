using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.PodSecurity.Checks;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

/// <summary>The mandatory access control layer the node would apply by default is bypassed.</summary>
public sealed class AppArmorDisabled : ContainerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-CTR-12",
        Title: "AppArmor disabled",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 2, Impact: 3),
        Why: "The mandatory access control layer the node would apply by default is bypassed.",
        Mitigations:
        [
            "appArmorProfile: {type: RuntimeDefault} or Localhost",
        ],
        Cwe: 693,
        Attack: ["T1562.001"],
        References: new() { Owasp = ["K01"], Cis = ["5.7.3"], PodSecurity = "baseline: AppArmor", Guide = "Hardening containerized environments" });

    protected override Sighting? Look(Container container, Cluster cluster)
    {
        if (container.Effective("appArmorProfile", "type") is { Text: "Unconfined" } at) return new("AppArmor is switched off.", [at.Evidence]);
        var annotated = ConfinementChecks.UnconfinedByAnnotation(container.Workload)
            .Where(value => value.Path.Contains($"/{container.Name}'", StringComparison.Ordinal)).Select(value => value.Evidence).ToValueList();
        return annotated.Count == 0 ? null : new("An annotation takes its AppArmor profile away.", annotated);
    }
}
