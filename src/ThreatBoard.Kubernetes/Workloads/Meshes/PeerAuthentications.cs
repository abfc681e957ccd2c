namespace ThreatBoard.Kubernetes.Workloads.Meshes;

/// <summary>What Istio's PeerAuthentications ask of callers: the narrowest that says something counts, from the pods over their namespace to the mesh.</summary>
public sealed class PeerAuthentications
{
    private const string RootNamespace = "istio-system";
    private const int Most = 1_000;
    private readonly ILookup<string, (Cursor Root, LabelSelector Selector)> _in;

    internal PeerAuthentications(Cluster cluster) =>
        _in = cluster.All("PeerAuthentication").ToLookup(root => root.Object.Namespace, root => (root, new LabelSelector(root["spec"]["selector"])), StringComparer.Ordinal);

    /// <summary>Where the mode stands that holds for a port of the workload (<c>STRICT</c>, <c>PERMISSIVE</c>, <c>DISABLE</c>); null where none is said.</summary>
    public Cursor? ModeFor(Workload workload, int? port)
    {
        foreach (var (root, _) in _in[workload.Namespace].Take(Most).Where(p => !p.Selector.IsEmpty && p.Selector.Matches(workload.Labels)))
        {
            if (port is { } number && Said(root["spec"]["portLevelMtls"][$"{number}"]["mode"]) is { } ofPort) return ofPort;
            if (Said(root["spec"]["mtls"]["mode"]) is { } own) return own;
        }
        return ModeOf(workload.Namespace);
    }

    /// <summary>The same for a whole namespace.</summary>
    public Cursor? ModeOf(string @namespace) => Whole(@namespace) ?? (@namespace == RootNamespace ? null : Whole(RootNamespace));

    private Cursor? Whole(string @namespace) => _in[@namespace].Take(Most).Where(p => p.Selector.IsEmpty).Select(p => Said(p.Root["spec"]["mtls"]["mode"])).FirstOrDefault(mode => mode is not null);

    private static Cursor? Said(Cursor mode) => mode.Text is null or "UNSET" ? null : mode;
}
