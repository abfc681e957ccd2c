using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

/// <summary>A compromised pod can change files the node trusts.</summary>
/// <remarks>Read-only or not makes no difference to a socket, which is TB-POD-08.</remarks>
public sealed class WritableHostPath : PodRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-POD-06",
        Title: "Writable hostPath mount",
        Category: Stride.Tampering,
        Suggested: new(Likelihood: 3, Impact: 5),
        Why: "A compromised pod can change files the node trusts.",
        Mitigations:
        [
            "readOnly: true",
            "Drop the mount",
        ],
        Cwe: 732,
        Attack: ["T1611"],
        References: new() { Owasp = ["K01"], Cis = ["5.2.12"], Microsoft = ["MS-TA9013"], PodSecurity = "baseline: HostPath Volumes" });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster) =>
        from host in HostPaths.Of(workload)
        where !HostPaths.IsSocket(host.Path)
        let writable = host.Mounts.Where(m => m["readOnly"].Flag != true).ToList()
        where writable.Count > 0
        select new Sighting($"It may write to {host.Path} of its node.", [host.At.Evidence, .. writable.Select(m => m["readOnly"].Evidence)]) { Discriminator = host.Volume };
}
