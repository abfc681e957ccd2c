using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

/// <summary>The socket starts privileged containers on the node without asking the API server.</summary>
public sealed class RuntimeSocket : PodRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-POD-08",
        Title: "Container runtime socket mounted",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 5),
        Why: "The socket starts privileged containers on the node without asking the API server.",
        Mitigations:
        [
            "Use a rootless builder (kaniko-like, buildkit rootless)",
            "Never mount the socket",
        ],
        Cwe: 250,
        Attack: ["T1611", "T1610"],
        References: new() { Owasp = ["K01"], Cis = ["5.2.12"], Microsoft = ["MS-TA9013", "MS-TA9008"], PodSecurity = "baseline: HostPath Volumes" });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster) =>
        from host in HostPaths.Of(workload)
        where HostPaths.HoldsSocket(host.Path)
        select new Sighting($"It mounts {host.Path}, where the container runtime listens.", [host.At.Evidence]) { Discriminator = host.Volume };
}
