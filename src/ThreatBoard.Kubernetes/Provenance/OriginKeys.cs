using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Provenance;

/// <summary>Follows the keys under which readings know what they derive back to the object that they were derived from.</summary>
internal static class OriginKeys
{
    private const string NamespacePrefix = "Namespace/";
    private const string NodePrefix = "Node/";

    public static Cursor? Find(Cluster cluster, string key)
    {
        // A control is derived from what its owner is derived from.
        if (key.IndexOf('!', StringComparison.Ordinal) is > 0 and var control) return Find(cluster, key[..control]);
        // A flow begins at its sender, or is opened by an object that its key names.
        if (key.IndexOf('→', StringComparison.Ordinal) is > 0 and var arrow) return Derivation.DerivedKey.ViaOf(key) is { } via ? cluster.Find(via) : Find(cluster, key[..arrow]);
        if (key.IndexOf('#', StringComparison.Ordinal) is > 0 and var container) return OfContainer(cluster, key[..container], key);
        return cluster.Find(key) ?? Workload(cluster, key)?.Root ?? OfPlace(cluster, key);
    }

    private static Cursor? OfContainer(Cluster cluster, string workload, string key) =>
        Workload(cluster, workload)?.Containers.FirstOrDefault(c => c.Key == key) is { } found ? found.At : null;

    private static Workload? Workload(Cluster cluster, string key) => cluster.Workloads.FirstOrDefault(w => w.Key == key);

    /// <summary>A namespace or a node that has no object of its own is known from what first names it.</summary>
    private static Cursor? OfPlace(Cluster cluster, string key) =>
        key.StartsWith(NamespacePrefix, StringComparison.Ordinal) ? cluster.WorkloadsIn(key[NamespacePrefix.Length..]).FirstOrDefault()?.Root["metadata"]["namespace"]
        : key.StartsWith(NodePrefix, StringComparison.Ordinal) ? OfNode(cluster, key[NodePrefix.Length..])
        : null;

    private static Cursor? OfNode(Cluster cluster, string name)
    {
        foreach (var root in cluster.Workloads.Where(w => w.NodeNames.Contains(name, StringComparer.Ordinal)).SelectMany(w => w.Pods.Prepend(w.Root)))
            foreach (var at in new[] { root["spec"]["nodeName"], root["spec"]["template"]["spec"]["nodeName"] })
                if (at.Text == name) return at;
        return null;
    }
}
