using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;
using ThreatBoard.Web.Clusters;

namespace ThreatBoard.Web.Features.Kubernetes;

/// <summary>One way in from outside.</summary>
/// <param name="What">What opens it, in words.</param>
/// <param name="By">The object that opens it.</param>
/// <param name="Address">Host, or port of the machines; empty where nobody said.</param>
/// <param name="Tls">None where it is known to be clear text.</param>
/// <param name="To">The workload that answers, as <c>namespace/name</c>.</param>
/// <param name="Flow">The flow of the model that stands for it.</param>
public sealed record EntryRow(string What, Place By, string Address, Encryption Tls, string To, EntityRef? Component, EntityRef? Flow)
{
    public string TlsWords => Tls switch { Encryption.None => "No TLS", Encryption.Unknown => "Unknown", _ => "TLS" };

    public static Listed<EntryRow> All(ClusterLook look) => Listed.Of(
        Services(look).Concat(Ingresses(look)).OrderBy(row => row.Tls is not Encryption.None).ThenBy(row => row.By.Object, StringComparer.Ordinal).ThenBy(row => row.To, StringComparer.Ordinal));

    private static IEnumerable<EntryRow> Services(ClusterLook look) =>
        from service in look.Cluster.Services
        where service.Type is "LoadBalancer" or "NodePort"
        from workload in look.Cluster.Behind(service)
        select Row(look, $"{service.Type}{(service.IsInternal ? ", internal" : "")}", service.Root, string.Join(", ", service.Ports.Select(port => port.Number)), null, workload);

    private static IEnumerable<EntryRow> Ingresses(ClusterLook look) =>
        from ingress in look.Cluster.Ingresses
        from route in ingress.Routes
        let service = look.Cluster.Service(ingress.Object.Namespace, route.Service)
        where service is not null
        from workload in look.Cluster.Behind(service)
        select Row(look, "Ingress", ingress.Root, route.Host.Length > 0 ? route.Host : "any host", route.IsEncrypted ? Encryption.Tls : Encryption.None, workload);

    private static EntryRow Row(ClusterLook look, string what, Cursor by, string address, Encryption? tls, Workload workload)
    {
        var flow = look.Subjects.Exposure(by.Object.Key);
        return new(
            what, Place.Of(by), address, tls ?? flow?.Transport.Encryption ?? Encryption.Unknown, $"{workload.Namespace}/{workload.Name}",
            look.ComponentOf(workload) is { } component ? EntityRef.To(component) : null, flow is null ? null : EntityRef.To(flow));
    }
}
