namespace ThreatBoard.Kubernetes.Paths;

/// <summary>Finds nodes by what a person types.</summary>
internal static class NodeNames
{
    public static IReadOnlyList<AttackNode> Find(AttackGraph graph, string name)
    {
        if (name.Equals("internet", StringComparison.OrdinalIgnoreCase)) return [graph.Internet];
        if (name is "api-server" or "cluster-admin") return [graph.ApiServer];
        if (graph.Find(name) is { Kind: not NodeKind.Junction } exact) return [exact];
        return [.. graph.Nodes.Where(node => node.Kind != NodeKind.Junction && Shorts(node).Contains(name, StringComparer.Ordinal))];
    }

    private static IEnumerable<string> Shorts(AttackNode node)
    {
        if (node.Container is { } container)
            return [container.Name, $"{container.Workload.Name}/{container.Name}", $"{node.Namespace}/{container.Workload.Name}/{container.Name}"];
        if (node.Kind is NodeKind.Internet or NodeKind.InternalNetwork or NodeKind.ApiServer or NodeKind.Namespace or NodeKind.OwnPod or NodeKind.Secrets) return [node.Name];
        var own = node.Key[(node.Key.LastIndexOf('/') + 1)..];
        return node.Namespace.Length > 0 ? [own, $"{node.Namespace}/{own}"] : [own];
    }
}
