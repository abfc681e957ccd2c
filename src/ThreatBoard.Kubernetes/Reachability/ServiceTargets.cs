using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Finds the pods to which Services lead: by their selector, or by EndpointSlices where they have none.</summary>
internal sealed class ServiceTargets
{
    private readonly Cluster _cluster;
    private readonly ILookup<(string Namespace, string Service), Cursor> _endpoints;
    private readonly Dictionary<(string Namespace, string Pod), Workload> _pods;

    public ServiceTargets(Cluster cluster)
    {
        _cluster = cluster;
        _pods = cluster.Workloads.Where(w => w.Object.Kind == "Pod").ToDictionary(w => (w.Namespace, w.Name));
        _endpoints = cluster.All("EndpointSlice").SelectMany(slice => slice["endpoints"].Items.Select(at => (Service: ServiceOf(slice), At: at)))
            .Concat(cluster.All("Endpoints").SelectMany(of => of["subsets"].Items).SelectMany(s => s["addresses"].Items).Select(at => (Service: at.Object.Name, At: at)))
            .ToLookup(e => (e.At.Object.Namespace, e.Service), e => e.At);
    }

    /// <summary>Behind one port of the Service, or behind all of them.</summary>
    public IEnumerable<ServiceTarget> Behind(Service service, ServicePort? port = null)
    {
        var ports = port is null ? service.Ports : [port];
        return from workload in Pods(service)
               from of in ports
               let protocol = Protocols.Parse(of.At["protocol"].Text ?? "TCP")
               where protocol is not null
               select new ServiceTarget(workload, of, protocol.Value, NumberOf(workload, of.Target));
    }

    /// <summary>Behind the port that a route names by number or name; behind all where it names none.</summary>
    public IEnumerable<ServiceTarget> Behind(string @namespace, string name, string? port)
    {
        if (_cluster.Service(@namespace, name) is not { } service) return [];
        if (string.IsNullOrEmpty(port)) return Behind(service);
        return service.Port(port) is { } named ? Behind(service, named) : [];
    }

    public static int? NumberOf(Workload workload, string target) => int.TryParse(target, out var number)
        ? number
        : workload.Containers.Select(container => container.PortNamed(target)).FirstOrDefault(found => found is not null);

    private static string ServiceOf(Cursor slice) => slice.Object.Labels.GetValueOrDefault("kubernetes.io/service-name") ?? "";

    private IEnumerable<Workload> Pods(Service service)
    {
        if (service.Type == "ExternalName") return [];
        if (service.Selector.Count > 0) return _cluster.Behind(service);
        return _endpoints[(service.Object.Namespace, service.Object.Name)].Select(at => at["targetRef"])
            .Where(pod => pod["kind"].Text == "Pod")
            .Select(pod => _pods.GetValueOrDefault((pod["namespace"].Text ?? service.Object.Namespace, pod["name"].Text ?? "")))
            .OfType<Workload>().Distinct();
    }
}
