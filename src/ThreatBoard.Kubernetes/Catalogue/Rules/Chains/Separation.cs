using ThreatBoard.Kubernetes.Paths.Drawing;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Chains;

/// <summary>Whether manifests keep the pods of two workloads off each other's nodes.</summary>
internal static class Separation
{
    private const string HostName = "kubernetes.io/hostname";
    private const string Required = "requiredDuringSchedulingIgnoredDuringExecution";

    public static bool Between(Workload one, Workload other) =>
        AskForDifferentNodes(one, other) || HasNodesOfItsOwn(one, other) || HasNodesOfItsOwn(other, one) || KeepsAway(one, other) || KeepsAway(other, one);

    private static bool AskForDifferentNodes(Workload one, Workload other)
    {
        if (NodePlacement.NamedBy(one)?.Text is { } here && NodePlacement.NamedBy(other)?.Text is { } there) return here != there;
        var wanted = other.Pod["nodeSelector"].TextMap();
        return one.Pod["nodeSelector"].TextMap().Any(label => wanted.TryGetValue(label.Key, out var value) && value != label.Value);
    }

    /// <summary>It is sent to nodes that are tainted for it, as its toleration tells, and the other does not tolerate that.</summary>
    private static bool HasNodesOfItsOwn(Workload one, Workload other) =>
        one.Pod["nodeSelector"].Entries.Any()
        && one.Pod["tolerations"].Items.Select(t => t["key"].Text).OfType<string>().Where(key => key.Length > 0 && !key.StartsWith("node.kubernetes.io/", StringComparison.Ordinal))
            .Any(key => !other.Pod["tolerations"].Items.Any(t => t["key"].Text is not { Length: > 0 } own || own == key));

    private static bool KeepsAway(Workload one, Workload other) =>
        one.Pod["affinity"]["podAntiAffinity"][Required].Items.Any(term => term["topologyKey"].Text == HostName && IsMeant(term, one, other)
            && term["labelSelector"].Exists && new LabelSelector(term["labelSelector"]).Matches(other.Labels));

    private static bool IsMeant(Cursor term, Workload one, Workload other) =>
        term["namespaces"].Texts() is { Count: > 0 } named ? named.Contains(other.Namespace, StringComparer.Ordinal)
        : term["namespaceSelector"].Exists ? new LabelSelector(term["namespaceSelector"]).IsEmpty
        : one.Namespace == other.Namespace;
}
