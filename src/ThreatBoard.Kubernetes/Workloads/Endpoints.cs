using System.Collections.Immutable;

namespace ThreatBoard.Kubernetes.Workloads;

/// <summary>Where Services lead that select no pods: what EndpointSlices and Endpoints of their name list.</summary>
internal sealed class Endpoints
{
    private const string ServiceName = "kubernetes.io/service-name";
    private readonly Dictionary<(string Namespace, string Pod), Workload> _byPod = [];
    private readonly Dictionary<string, Workload> _byAddress = new(StringComparer.Ordinal);
    private readonly ILookup<(string Namespace, string Service), (Cursor Address, Cursor Target)> _listed;

    public Endpoints(Cluster cluster)
    {
        foreach (var workload in cluster.Workloads)
            foreach (var pod in workload.Pods)
            {
                _byPod[(workload.Namespace, pod.Object.Name)] = workload;
                foreach (var address in pod["status"]["podIPs"].Items.Select(ip => ip["ip"]).Append(pod["status"]["podIP"]))
                    if (address.Text is { Length: > 0 } known) _byAddress.TryAdd(known, workload);
            }
        _listed = cluster.All("EndpointSlice").SelectMany(OfSlice).Concat(cluster.All("Endpoints").SelectMany(OfEndpoints))
            .ToLookup(l => (l.Service.Namespace, l.Service.Name), l => (l.Address, l.Target));
    }

    /// <summary>Workloads whose pods the lists name, by name or by address.</summary>
    public IEnumerable<Workload> Behind(Service service) => ListedFor(service).Select(l => WorkloadAt(service, l)).OfType<Workload>().Distinct();

    /// <summary>Addresses in the lists that are no pod's that was read.</summary>
    public IEnumerable<Cursor> Outside(Service service) =>
        ListedFor(service).Where(l => WorkloadAt(service, l) is null && l.Address.Text is { Length: > 0 }).Select(l => l.Address);

    private IEnumerable<(Cursor Address, Cursor Target)> ListedFor(Service service) => _listed[(service.Object.Namespace, service.Object.Name)];

    private Workload? WorkloadAt(Service service, (Cursor Address, Cursor Target) listed) =>
        listed.Target["kind"].Text == "Pod" && _byPod.TryGetValue((service.Object.Namespace, listed.Target["name"].Text ?? ""), out var named) ? named
        : _byAddress.GetValueOrDefault(listed.Address.Text ?? "");

    private static IEnumerable<((string Namespace, string Name) Service, Cursor Address, Cursor Target)> OfSlice(Cursor slice)
    {
        if (!slice.Object.Labels.TryGetValue(ServiceName, out var service)) return [];
        return from endpoint in slice["endpoints"].Items
               from address in endpoint["addresses"].Items
               select ((slice.Object.Namespace, service), address, endpoint["targetRef"]);
    }

    private static IEnumerable<((string Namespace, string Name) Service, Cursor Address, Cursor Target)> OfEndpoints(Cursor endpoints) =>
        from subset in endpoints["subsets"].Items
        from address in subset["addresses"].Items
        select ((endpoints.Object.Namespace, endpoints.Object.Name), address["ip"], address["targetRef"]);
}
