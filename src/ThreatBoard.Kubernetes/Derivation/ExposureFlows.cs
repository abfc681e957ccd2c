using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Derivation;

/// <summary>Ways in from outside: Services of type LoadBalancer and NodePort, and Ingress routes.</summary>
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
        foreach (var ingress in cluster.Ingresses)
            foreach (var route in ingress.Routes)
                if (cluster.Service(ingress.Object.Namespace, route.Service) is { } service
                    && (service.Port(route.Port) ?? (service.Ports.Count > 0 ? service.Ports[0] : null)) is { } port)
                    Open(service, port, isInside: false, ingress.Object.Key, TransportOf(route), [route.At.Evidence, ingress.Spec["tls"].Evidence]);
    }

    private static bool IsInside(Service service) => service.Type == "LoadBalancer" && service.IsInternal;

    private static Transport TransportOf(IngressRoute route) => route.IsEncrypted
        ? Transport.Unknown with { Encryption = Encryption.Tls, TlsEnds = TlsEnd.Ingress }
        : Transport.Unknown with { Encryption = Encryption.None };

    private void Open(Service service, ServicePort port, bool isInside, string via, Transport transport, ValueList<Evidence> evidence)
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
                Protocol = transport.Encryption == Encryption.Tls ? "HTTPS" : transport.Encryption == Encryption.None ? "HTTP" : KnownProtocols.Of(null, port.Name, port.Number),
                Port = number,
                Transport = transport,
                Evidence = evidence,
            });
        }
    }
}
