using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

/// <summary>The kubelet runs it from node disk, so admission control and most API policies never see it.</summary>
public sealed class StaticPod : PodRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-POD-15",
        Title: "Static or mirror pod in the import",
        Category: Stride.Tampering,
        Suggested: new(Likelihood: 1, Impact: 4),
        Why: "The kubelet runs it from node disk, so admission control and most API policies never see it.",
        Mitigations:
        [
            "Protect the manifest directory",
            "Review file permissions on the node",
        ],
        Cwe: 732,
        Attack: ["T1543.005"],
        References: new() { Owasp = ["K07"], Cis = ["1.1.1"], Microsoft = ["MS-TA9017"] });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster)
    {
        var marks = Marks(workload).Select(mark => mark.Evidence).ToValueList();
        if (marks.Count > 0) yield return new("A kubelet runs it from files of its node.", marks);
    }

    /// <summary>What tells that a kubelet, and no object of the API, makes the pod.</summary>
    internal static IEnumerable<Cursor> Marks(Workload workload)
    {
        var annotations = workload.Root["metadata"]["annotations"];
        if (annotations["kubernetes.io/config.source"] is { Text: "file" or "http" } source) yield return source;
        if (annotations["kubernetes.io/config.mirror"] is { Exists: true } mirror) yield return mirror;
    }
}
