using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.PodSecurity;
using ThreatBoard.Kubernetes.PodSecurity.Checks;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

/// <summary>It is the Windows form of a privileged container.</summary>
public sealed class WindowsHostProcess : PodRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-POD-12",
        Title: "Windows HostProcess container",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 2, Impact: 5),
        Why: "It is the Windows form of a privileged container.",
        Mitigations:
        [
            "Remove hostProcess",
        ],
        Cwe: 250,
        Attack: ["T1611"],
        References: new() { Owasp = ["K01"], Cis = ["5.2.11"], PodSecurity = "baseline: HostProcess" });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster)
    {
        var processes = HostChecks.WindowsHostProcess.Offences(workload, PodSecurityVersion.Latest).Select(process => process.Evidence).ToValueList();
        if (processes.Count > 0) yield return new("It runs as a process of its Windows node.", processes);
    }
}
