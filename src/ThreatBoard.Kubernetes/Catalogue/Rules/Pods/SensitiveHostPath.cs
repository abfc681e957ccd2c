using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

/// <summary>Node credentials, other pods' volumes or binaries the node executes are reachable from the pod.</summary>
/// <remarks>A socket of the container runtime is TB-POD-08: one cause, one finding.</remarks>
public sealed class SensitiveHostPath : PodRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-POD-05",
        Title: "Mounts a sensitive host path",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 5),
        Why: "Node credentials, other pods' volumes or binaries the node executes are reachable from the pod.",
        Mitigations:
        [
            "Replace by PVC, emptyDir or CSI",
            "readOnly: true and the narrowest path if it cannot go",
        ],
        Cwe: 668,
        Attack: ["T1611", "T1552.001"],
        References: new() { Owasp = ["K01"], Cis = ["5.2.12"], Microsoft = ["MS-TA9013"], PodSecurity = "baseline: HostPath Volumes", Guide = "Pod security enforcement" });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster) =>
        from host in HostPaths.Of(workload)
        where HostPaths.IsSensitive(host.Path) && !HostPaths.IsSocket(host.Path)
        select new Sighting($"It mounts {host.Path} of its node.", [host.At.Evidence, .. host.Mounts.Select(m => m["mountPath"].Evidence)]) { Discriminator = host.Volume };
}
