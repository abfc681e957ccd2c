using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.PodSecurity;
using ThreatBoard.Kubernetes.PodSecurity.Checks;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

/// <summary>Kernel settings may affect other pods on the node or weaken it.</summary>
public sealed class UnsafeSysctl : PodRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-POD-11",
        Title: "Unsafe sysctl",
        Category: Stride.DenialOfService,
        Suggested: new(Likelihood: 1, Impact: 3),
        Why: "Kernel settings may affect other pods on the node or weaken it.",
        Mitigations:
        [
            "Remove the sysctl",
            "Use a dedicated node pool with allowedUnsafeSysctls",
        ],
        Cwe: 668,
        References: new() { Owasp = ["K01"], PodSecurity = "baseline: Sysctls" });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster)
    {
        var names = KernelChecks.Sysctls.Offences(workload, PodSecurityVersion.Latest).Select(name => name.Evidence).ToValueList();
        if (names.Count > 0) yield return new($"It sets {string.Join(", ", names.Select(name => name.Value))} of its node's kernel.", names);
    }
}
