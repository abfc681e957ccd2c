namespace ThreatBoard.Kubernetes.Workloads.Routing;

/// <summary>What ReferenceGrants let routes of other namespaces lead to.</summary>
internal sealed class ReferenceGrants
{
    private readonly HashSet<(string Group, string Kind, string From, string Namespace, string? Service)> _granted;

    public ReferenceGrants(Cluster cluster, Looks looks) => _granted =
    [
        .. from grant in cluster.All("ReferenceGrant")
           from one in grant["spec"]["from"].Items
           from to in looks.At(grant["spec"]["to"].Items)
           where to["group"].Text is null or "" && to["kind"].Text == "Service"
           select (one["group"].Text ?? "", one["kind"].Text ?? "", one["namespace"].Text ?? "", grant.Object.Namespace, to["name"].Text),
    ];

    public bool Admit(Cursor route, string @namespace, string service)
    {
        var (group, kind, from) = (route.Object.Known.Group, route.Object.Kind, route.Object.Namespace);
        return _granted.Contains((group, kind, from, @namespace, null)) || _granted.Contains((group, kind, from, @namespace, service));
    }
}
