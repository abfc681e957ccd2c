using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Kubernetes.Workloads.Routing;

/// <summary>The ways in that VirtualServices open through Gateways of Istio; what they say about the inside of the mesh opens nothing.</summary>
internal sealed class IstioRoutes(Cluster cluster)
{
    private readonly Looks _looks = new();

    public IEnumerable<OutsideRoute> All() =>
        from service in cluster.All("VirtualService")
        from server in ServersOf(service)
        from destination in _looks.At(DestinationsOf(service["spec"]))
        let host = ServiceHost.Of(destination["host"].Text ?? "", service.Object.Namespace)
        where host is not null
        select new OutsideRoute(
            service, destination["host"], host.Namespace, host.Name, destination["port"]["number"].Text, "",
            server is { } at ? TransportOf(at) : Transport.Unknown, IsInside: false, server is { } shown ? [shown["tls"]["mode"], shown["port"]["protocol"]] : []);

    private static IEnumerable<Cursor> DestinationsOf(Cursor spec) =>
        from routes in new[] { spec["http"], spec["tls"], spec["tcp"] }
        from route in routes.Items
        from way in route["route"].Items.Concat(route["mirrors"].Items).Select(way => way["destination"]).Append(route["mirror"])
        where way.Exists
        select way;

    /// <summary>The servers of its gateways that take its hosts; null for a gateway that was not read.</summary>
    private IEnumerable<Cursor?> ServersOf(Cursor service)
    {
        var hosts = service["spec"]["hosts"].Texts();
        foreach (var named in service["spec"]["gateways"].Texts().Where(name => name != "mesh").Distinct(StringComparer.Ordinal))
        {
            var (place, name) = named.Split('/', 2) is [var given, var rest] ? (given, rest) : (service.Object.Namespace, named);
            if (cluster.Find($"networking.istio.io/Gateway/{place}/{name}") is not { } gateway)
            {
                yield return null;
                continue;
            }
            foreach (var server in _looks.At(gateway["spec"]["servers"].Items))
                if (server["hosts"].Texts().Any(host => _looks.At(hosts).Any(wanted => HostNames.Meet(wanted, host[(host.IndexOf('/', StringComparison.Ordinal) + 1)..]))))
                    yield return server;
        }
    }

    private static Transport TransportOf(Cursor server) => (server["tls"]["mode"].Text, server["port"]["protocol"].Text?.ToUpperInvariant()) switch
    {
        ("PASSTHROUGH" or "AUTO_PASSTHROUGH", _) => OutsideRoutes.Ending(TlsEnd.Receiver),
        ("MUTUAL" or "ISTIO_MUTUAL", _) => OutsideRoutes.Mutual(TlsEnd.Ingress),
        ("SIMPLE" or "OPTIONAL_MUTUAL", _) => OutsideRoutes.Ending(TlsEnd.Ingress),
        (null, "HTTP" or "HTTP2" or "GRPC" or "GRPC-WEB") => OutsideRoutes.Clear,
        _ => Transport.Unknown,
    };
}
