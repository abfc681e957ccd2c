using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

/// <summary>An escape there gives access to etcd data and control-plane keys rather than to one worker.</summary>
public sealed class MayLandOnControlPlane : PodRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-POD-13",
        Title: "Workload may land on control-plane nodes",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 2, Impact: 5),
        Why: "An escape there gives access to etcd data and control-plane keys rather than to one worker.",
        Mitigations:
        [
            "Remove the toleration",
            "Keep only for node agents and give them the restricted profile",
        ],
        Cwe: 653,
        Attack: ["T1611"],
        References: new() { Owasp = ["K01"] });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster)
    {
        var places = Tolerations(workload).Concat(Targets(workload, cluster)).Select(place => place.Evidence).ToValueList();
        if (places.Count > 0) yield return new("It may run beside the control plane.", places);
    }

    /// <summary>The taint of control-plane nodes keeps pods from being placed; tolerating only to be thrown out is no way in.</summary>
    private static IEnumerable<Cursor> Tolerations(Workload workload) =>
        workload.Pod["tolerations"].Items.Where(toleration =>
            toleration["effect"].Text is null or "" or "NoSchedule"
            && (toleration["key"].Text is { Length: > 0 } key ? IsControlPlane(key) : toleration["operator"].Text == "Exists"));

    private static IEnumerable<Cursor> Targets(Workload workload, Cluster cluster) =>
    [
        .. workload.Pod["nodeSelector"].Entries.Where(label => IsControlPlane(label.Key)).Select(label => label.Value),
        .. from term in workload.Pod["affinity"]["nodeAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"]["nodeSelectorTerms"].Items
           from expression in term["matchExpressions"].Items
           where IsControlPlane(expression["key"].Text ?? "") && expression["operator"].Text is "Exists" or "In"
           select expression["key"],
        .. workload.Pod["nodeName"] is { Text: { } node } name && cluster.Find($"Node/{node}") is { } found && found.Object.Labels.Keys.Any(IsControlPlane) ? [name] : Array.Empty<Cursor>(),
    ];

    private static bool IsControlPlane(string key) => key is "node-role.kubernetes.io/control-plane" or "node-role.kubernetes.io/master";
}
