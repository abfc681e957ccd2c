using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;
using ThreatBoard.Kubernetes.Workloads.Routing;

namespace ThreatBoard.Kubernetes.Derivation;

/// <summary>Ways in from outside: Services of type LoadBalancer and NodePort, and what Ingresses, Gateways and Routes lead to.</summary>
internal sealed class ExposureFlows(Cluster cluster, Draft draft)
{
    private const int MostFlows = 10_000;
    private int _flows;

    /// <summary>There were more than any real cluster has, and the rest was left out.</summary>
    public bool IsFull => _flows >= MostFlows;

    public void Run()
    {
        foreach (var service in cluster.Services.Where(s => s.Type is "LoadBalancer" or "NodePort"))
            foreach (var port in service.Ports)
                Open(service, port, IsInside(service), service.Object.Key, Transport.Unknown with { Encryption = KnownProtocols.EncryptionOf(null, port.Number) },
                    [service.Spec["type"].Evidence, port.At["port"].Evidence]);
        foreach (var route in OutsideRoutes.Of(cluster))
        {
            if (IsFull) return;
            if (cluster.Service(route.Namespace, route.Service) is { } service
                && (service.PortOrTarget(route.Port) ?? (service.Ports.Count > 0 ? service.Ports[0] : null)) is { } port)
                Open(service, port, route.IsInside, route.Via.Object.Key, route.Transport, [route.At.Evidence, .. route.Seen.Select(seen => seen.Evidence)], route.Protocol);
        }
    }

    private static bool IsInside(Service service) => service.Type == "LoadBalancer" && service.IsInternal;

    private void Open(Service service, ServicePort port, bool isInside, string via, Transport transport, ValueList<Evidence> evidence, string protocol = "")
    {
        foreach (var workload in cluster.Behind(service))
        {
            if (IsFull) return;
            if (workload.Answering(port.Target) is not { } container) continue;
            _flows++;
            var outside = isInside ? DerivedKey.InternalNetwork : DerivedKey.Internet;
            var from = draft.Add(outside, new Component { Id = default, Name = isInside ? "Internal network" : "Internet", Kind = ComponentKind.ExternalEntity });
            var (to, number) = (DerivedKey.Of(container.Key), MentionedFlows.TargetPort(container, port));
            draft.Add(DerivedKey.Exposure(outside, to, number, via), new Flow
            {
                Id = default,
                Ends = new(from, Draft.ComponentAt(to)),
                Protocol = protocol.Length > 0 ? protocol : transport.Encryption switch
                {
                    Encryption.Tls or Encryption.MutualTls => "HTTPS",
                    Encryption.None => "HTTP",
                    _ => KnownProtocols.Of(null, port.Name, port.Number),
                },
                Port = number,
                Transport = transport,
                Evidence = evidence,
            });
        }
    }
}
