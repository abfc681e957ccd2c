using ThreatBoard.Kubernetes.Workloads.Routing;

namespace ThreatBoard.Kubernetes.Workloads.Meshes;

/// <summary>How Istio's DestinationRules make callers speak to a Service.</summary>
internal sealed class DestinationRules
{
    private const string RootNamespace = "istio-system";
    private const int Most = 100;
    private readonly ILookup<ServiceHost, Cursor> _byHost;

    public DestinationRules(Cluster cluster) => _byHost =
        (from rule in cluster.All("DestinationRule")
         let host = ServiceHost.Of(rule["spec"]["host"].Text ?? "", rule.Object.Namespace)
         where host is not null
         select (Host: host, Rule: rule)).ToLookup(r => r.Host, r => r.Rule);

    /// <summary>Where the TLS mode stands (<c>DISABLE</c>, <c>SIMPLE</c>, <c>MUTUAL</c>, <c>ISTIO_MUTUAL</c>): the caller's namespace before the Service's before the mesh's; null where none is said.</summary>
    public Cursor? ModeFor(string callersNamespace, Service service, int? port)
    {
        var rules = _byHost[new(service.Object.Namespace, service.Object.Name)].Take(Most).ToList();
        foreach (var place in new[] { callersNamespace, service.Object.Namespace, RootNamespace })
            foreach (var rule in rules.Where(rule => rule.Object.Namespace == place))
            {
                var policy = rule["spec"]["trafficPolicy"];
                var ofPort = policy["portLevelSettings"].Items.FirstOrDefault(p => port is { } number && p["port"]["number"].Number == number);
                var mode = ofPort.Exists && ofPort["tls"]["mode"].Exists ? ofPort["tls"]["mode"] : policy["tls"]["mode"];
                if (mode.Text is { Length: > 0 }) return mode;
            }
        return null;
    }
}
