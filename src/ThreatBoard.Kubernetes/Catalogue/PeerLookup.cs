using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>Tells whether the pods that a peer of a NetworkPolicy selects are there.</summary>
internal sealed class PeerLookup
{
    private const string OwnName = "kubernetes.io/metadata.name";

    /// <summary>What nearly every cluster has, and hardly any folder of manifests holds.</summary>
    private static readonly HashSet<string> s_wellKnown = new(StringComparer.Ordinal)
    {
        "kube-system", "kube-public", "ingress-nginx", "nginx-ingress", "ingress", "traefik", "haproxy-controller", "kong", "contour", "projectcontour", "istio-system", "istio-ingress",
        "istio-gateway", "linkerd", "linkerd-viz", "monitoring", "prometheus", "observability", "cert-manager", "envoy-gateway-system", "gateway-system", "calico-system", "metallb-system",
        "kube-dns", "coredns", "node-local-dns", "istio-ingressgateway", "ingressgateway", "grafana", "openshift-ingress", "openshift-dns", "openshift-monitoring",
    };

    private readonly Cluster _cluster;
    private readonly ILookup<(string Key, string Value), Workload> _byLabel;
    private readonly List<(string Name, bool IsRead, Dictionary<string, string> Labels)> _namespaces;

    private PeerLookup(Cluster cluster)
    {
        _cluster = cluster;
        _byLabel = cluster.Workloads.SelectMany(workload => workload.Labels.Select(label => (Workload: workload, Label: label))).ToLookup(w => (w.Label.Key, w.Label.Value), w => w.Workload);
        _namespaces = [.. cluster.Namespaces.Select(name => (name, cluster.Find($"Namespace/{name}") is not null, LabelsOf(name)))];
    }

    public static PeerLookup In(Cluster cluster) => cluster.Once(world => new PeerLookup(world));

    /// <summary>Found: nothing is there. Cannot tell: it would lie in a namespace that was not read.</summary>
    public Answer IsEmpty(Cursor peer, string policyNamespace)
    {
        if (!peer["podSelector"].Exists && !peer["namespaceSelector"].Exists) return Answer.NotFound;
        if (Selected(peer, policyNamespace).Any()) return Answer.NotFound;
        var own = !peer["namespaceSelector"].Exists;
        if (Values(peer["podSelector"]).Concat(own ? [] : Values(peer["namespaceSelector"])).Any(s_wellKnown.Contains)) return Answer.NotFound;
        if (own) return Answer.Found;
        var named = Named(peer["namespaceSelector"]).ToList();
        return Inside(peer, policyNamespace).Count == 0 && (named.Count > 0 || _namespaces.Exists(space => !space.IsRead)) ? Answer.CannotTell : Answer.Found;
    }

    /// <summary>The workloads that a peer names by selectors; none where it is a block of addresses.</summary>
    public IEnumerable<Workload> Selected(Cursor peer, string policyNamespace)
    {
        if (!peer["podSelector"].Exists && !peer["namespaceSelector"].Exists) return [];
        var (pods, inside) = (new LabelSelector(peer["podSelector"]), Inside(peer, policyNamespace));
        return Candidates(pods, inside).Where(workload => inside.Contains(workload.Namespace) && pods.Matches(workload.Labels));
    }

    /// <summary>Every namespace carries its own name as a label, whether its object was read or not.</summary>
    public Dictionary<string, string> LabelsOf(string name)
    {
        var labels = _cluster.Find($"Namespace/{name}") is { } found ? new Dictionary<string, string>(found.Object.Labels, StringComparer.Ordinal) : [];
        labels[OwnName] = name;
        return labels;
    }

    private HashSet<string> Inside(Cursor peer, string policyNamespace)
    {
        if (!peer["namespaceSelector"].Exists) return [policyNamespace];
        var spaces = new LabelSelector(peer["namespaceSelector"]);
        return _namespaces.Where(space => spaces.Matches(space.Labels)).Select(space => space.Name).ToHashSet(StringComparer.Ordinal);
    }

    private IEnumerable<Workload> Candidates(LabelSelector pods, HashSet<string> inside) =>
        pods.Needed is { } label ? _byLabel[(label.Key, label.Value)] : inside.SelectMany(_cluster.WorkloadsIn);

    private static IEnumerable<string> Named(Cursor selector) =>
        (selector["matchLabels"][OwnName].Text is { } name ? new[] { name } : [])
            .Concat(selector["matchExpressions"].Items.Where(expression => expression["key"].Text == OwnName && expression["operator"].Text == "In").SelectMany(expression => expression["values"].Texts()));

    private static IEnumerable<string> Values(Cursor selector) =>
        selector["matchLabels"].TextMap().Values.Concat(selector["matchExpressions"].Items.SelectMany(expression => expression["values"].Texts()));
}
