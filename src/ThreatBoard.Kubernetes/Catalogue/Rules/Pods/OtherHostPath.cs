using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

/// <summary>Data crosses the pod-to-node boundary and stays on the node after the pod is gone.</summary>
/// <remarks>A path that the node itself needs is TB-POD-05: one cause, one finding.</remarks>
public sealed class OtherHostPath : PodRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-POD-07",
        Title: "Any other hostPath volume",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 2, Impact: 3),
        Why: "Data crosses the pod-to-node boundary and stays on the node after the pod is gone.",
        Mitigations:
        [
            "Use a PersistentVolumeClaim",
        ],
        Cwe: 668,
        Attack: ["T1005"],
        References: new() { Owasp = ["K01"], Cis = ["5.2.12"], PodSecurity = "baseline: HostPath Volumes", Guide = "Pod security enforcement" });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster) =>
        from host in HostPaths.Of(workload)
        where !HostPaths.IsSensitive(host.Path)
        select new Sighting($"It mounts {host.Path} of its node.", [host.At.Evidence, .. host.Mounts.Select(m => m["mountPath"].Evidence)]) { Discriminator = host.Volume };
}
