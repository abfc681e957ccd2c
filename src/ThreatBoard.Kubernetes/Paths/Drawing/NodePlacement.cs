using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Drawing;

/// <summary>On which machines pods are known to run: those they name, and for a DaemonSet all that take it.</summary>
internal sealed class NodePlacement
{
    private const string HostName = "kubernetes.io/hostname";
    private static readonly string[] s_harmless = ["kubernetes.io/os", "beta.kubernetes.io/os", "kubernetes.io/arch"];
    private readonly IReadOnlyList<Cursor> _nodes;
    private readonly HashSet<string> _known;

    public NodePlacement(Cluster cluster)
    {
        _nodes = [.. cluster.All("Node")];
        _known = [.. _nodes.Select(n => n.Object.Name)];
        Machines =
        [
            .. _known.Concat(cluster.Workloads.Select(w => NamedBy(w)?.Text).OfType<string>()).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Names of all machines that were read or that pods name.</summary>
    public ImmutableArray<string> Machines { get; }

    /// <summary>Where the pod says which machine it runs on; null where it does not.</summary>
    public static Cursor? NamedBy(Workload workload) =>
        workload.Pod["nodeName"] is { Text.Length: > 0 } named ? named
        : workload.Pod["nodeSelector"][HostName] is { Text.Length: > 0 } selected ? selected
        : null;

    /// <summary>Runs on every machine, those nobody read included.</summary>
    public bool IsEverywhere(Workload workload) => workload.Object.Kind == "DaemonSet" && NamedBy(workload) is null && !IsPicky(workload) && _nodes.All(node => Takes(node, workload));

    /// <summary>The machines that a pod is known to run on; none where that is left to the scheduler.</summary>
    public IEnumerable<string> Of(Workload workload)
    {
        if (NamedBy(workload)?.Text is { } named) return [named];
        if (workload.Object.Kind != "DaemonSet" || workload.Pod["affinity"]["nodeAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"].Exists) return [];
        return IsEverywhere(workload) ? Machines : _nodes.Where(node => Takes(node, workload)).Select(node => node.Object.Name);
    }

    private static bool IsPicky(Workload workload) =>
        workload.Pod["nodeSelector"].Entries.Any(label => !s_harmless.Contains(label.Key, StringComparer.Ordinal))
        || workload.Pod["affinity"]["nodeAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"].Exists;

    private static bool Takes(Cursor node, Workload workload) =>
        LabelSelector.MatchesAll(workload.Pod["nodeSelector"].TextMap().Where(l => !s_harmless.Contains(l.Key, StringComparer.Ordinal)).ToDictionary(), node.Object.Labels)
        && node["spec"]["taints"].Items.All(taint => taint["effect"].Text == "PreferNoSchedule" || Taints.IsTolerated(taint, workload));
}
