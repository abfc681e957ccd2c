using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Availability;

/// <summary>Log or upload floods fill the node disk and evict others.</summary>
public sealed class UnboundedScratch : PodRule
{
    private const int MostEvidence = 5;

    public override RuleCard Card { get; } = new(
        Code: "TB-AVL-06",
        Title: "emptyDir without size limit",
        Category: Stride.DenialOfService,
        Suggested: new(Likelihood: 2, Impact: 2),
        Why: "Log or upload floods fill the node disk and evict others.",
        Mitigations:
        [
            "sizeLimit or ephemeral-storage limit",
        ],
        Cwe: 770,
        Attack: ["T1499"],
        References: new() { Owasp = ["K01"], Guide = "Resource policies" });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster) =>
        from volume in workload.Pod["volumes"].Items
        where volume["emptyDir"] is { Exists: true } scratch && !scratch["sizeLimit"].Exists
        let name = volume["name"].Text ?? ""
        let writers = workload.Containers.Where(c => c.At["volumeMounts"].Items.Any(mount => mount["name"].Text == name && mount["readOnly"].Flag != true)).ToList()
        where writers.Exists(writer => !IsBounded(writer, cluster))
        select new Sighting("What is written to a scratch volume may fill the disk of the node.", [volume["emptyDir"].Evidence, .. writers.Select(writer => writer.At["resources"]["limits"]["ephemeral-storage"].Evidence).Take(MostEvidence)]) { Discriminator = name };

    private static bool IsBounded(Container writer, Cluster cluster) =>
        writer.At["resources"]["limits"]["ephemeral-storage"].Exists || LimitRanges.Limit(cluster, writer.Workload.Namespace, "ephemeral-storage");
}
