using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.PodSecurity.Checks;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

/// <summary>In-line network or cloud volumes carry credentials and endpoints past the storage admin.</summary>
/// <remarks>Paths of the node are TB-POD-05 to TB-POD-08: one cause, one finding.</remarks>
public sealed class UnusualVolume : PodRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-POD-09",
        Title: "Volume type outside the restricted list",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 1, Impact: 2),
        Why: "In-line network or cloud volumes carry credentials and endpoints past the storage admin.",
        Mitigations:
        [
            "Use a PVC",
        ],
        Cwe: 668,
        References: new() { Owasp = ["K01"], PodSecurity = "restricted: Volume Types" });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster) =>
        from volume in workload.Pod["volumes"].Items
        from source in KernelChecks.UnusualSources(volume)
        where !source.Path.EndsWith(".hostPath", StringComparison.Ordinal)
        select new Sighting($"The volume comes from {source.Path[(source.Path.LastIndexOf('.') + 1)..]}, past the storage that the cluster hands out.", [source.Evidence]) { Discriminator = volume["name"].Text ?? volume.Path };
}
