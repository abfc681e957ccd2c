using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Finds the ports of pods to which the ports of Services lead.</summary>
internal sealed class ServiceTargets(Cluster cluster)
{
    /// <summary>Behind one port of the Service, or behind all of them; nothing in the cluster where it is a name outside.</summary>
    public IEnumerable<ServiceTarget> Behind(Service service, ServicePort? port = null) =>
        from workload in service.Type == "ExternalName" ? [] : cluster.Behind(service)
        from of in port is null ? service.Ports : [port]
        let protocol = Protocols.Parse(of.At["protocol"].Text ?? "TCP")
        where protocol is not null
        select new ServiceTarget(workload, of, protocol.Value, NumberOf(workload, of.Target));

    /// <summary>Behind the port that a route names by number or name; behind all where it names none.</summary>
    public IEnumerable<ServiceTarget> Behind(string @namespace, string name, string? port)
    {
        if (cluster.Service(@namespace, name) is not { } service) return [];
        if (string.IsNullOrEmpty(port)) return Behind(service);
        return service.PortOrTarget(port) is { } named ? Behind(service, named) : [];
    }

    private static int? NumberOf(Workload workload, string target) => int.TryParse(target, out var number)
        ? number
        : workload.Containers.Select(container => container.PortNamed(target)).FirstOrDefault(found => found is not null);
}
