using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Availability;

/// <summary>One tenant can consume the cluster or fill etcd with objects.</summary>
public sealed class NoQuota : NamespaceRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-AVL-03",
        Title: "Namespace without quota",
        Category: Stride.DenialOfService,
        Suggested: new(Likelihood: 2, Impact: 2),
        Why: "One tenant can consume the cluster or fill etcd with objects.",
        Mitigations:
        [
            "ResourceQuota incl. object counts",
        ],
        Cwe: 770,
        Attack: ["T1499"],
        References: new() { Owasp = ["K04"], Microsoft = ["MS-TA9040"], Guide = "Resource policies" });

    protected override Sighting? Look(string name, Cluster cluster) =>
        cluster.WorkloadsIn(name).Any() && !cluster.AllIn(name, "ResourceQuota").Any()
            ? new("No ResourceQuota bounds what its workloads take together.", [new Evidence($"Namespace/{name}", "ResourceQuota", "")])
            : null;
}
