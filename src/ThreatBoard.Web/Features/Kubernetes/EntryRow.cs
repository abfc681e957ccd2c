using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;
using ThreatBoard.Web.Clusters;

namespace ThreatBoard.Web.Features.Kubernetes;

/// <summary>One way in from outside.</summary>
/// <param name="What">What opens it, in words.</param>
/// <param name="By">The object that opens it.</param>
/// <param name="Address">Host and ports; empty where nobody said.</param>
/// <param name="Tls">None where it is known to be clear text.</param>
/// <param name="To">The workload that answers, as <c>namespace/name</c>.</param>
/// <param name="Flow">The flow of the model that stands for it.</param>
public sealed record EntryRow(string What, Place By, string Address, Encryption Tls, string To, EntityRef? Component, EntityRef? Flow)
{
    private const int MostPorts = 6;

    public string TlsWords => Tls switch { Encryption.None => "No TLS", Encryption.Unknown => "Unknown", _ => "TLS" };

    /// <summary>What is open in clear text first.</summary>
    public static Listed<EntryRow> All(ClusterLook look) => Listed.Of(
        look.Cluster.EntryPoints.GroupBy(entry => (entry.Via, entry.Host, entry.Kind, Workload: entry.Workload.Key)).Select(way => Of(look, way.First(), [.. way]))
            .OrderBy(row => row.Tls is not Encryption.None).ThenBy(row => row.By.Object, StringComparer.Ordinal).ThenBy(row => row.To, StringComparer.Ordinal));

    private static EntryRow Of(ClusterLook look, EntryPoint way, ImmutableArray<EntryPoint> ports)
    {
        var flow = look.Subjects.Exposure(way.Via);
        return new(
            $"{Words(way.Kind)}{(way.IsInternal ? ", internal" : "")}",
            look.Cluster.Find(way.Via) is { } at ? Place.Of(at) : new(way.Via, "", "", 0),
            AddressOf(way, ports),
            TlsOf(look, way) ?? flow?.Transport.Encryption ?? Encryption.Unknown,
            $"{way.Workload.Namespace}/{way.Workload.Name}",
            look.ComponentOf(way.Workload) is { } component ? EntityRef.To(component) : null,
            flow is null ? null : EntityRef.To(flow));
    }

    private static string AddressOf(EntryPoint way, ImmutableArray<EntryPoint> ports)
    {
        var numbers = ports.Select(one => one.Port).OfType<int>().Distinct().Order().ToList();
        var shown = numbers.Count == 0 ? "" : $"port {string.Join(", ", numbers.Take(MostPorts))}{(numbers.Count > MostPorts ? ", …" : "")}";
        return string.Join(", ", new[] { way.Host.Length > 0 ? way.Host : way.IsProxied ? "any host" : "", shown }.Where(part => part.Length > 0));
    }

    /// <summary>Null where the object itself does not say.</summary>
    private static Encryption? TlsOf(ClusterLook look, EntryPoint way) =>
        way.Kind is EntryKind.Ingress && look.Cluster.Ingresses.FirstOrDefault(ingress => ingress.Object.Key == way.Via) is { } ingress
            ? ingress.Covers(way.Host) ? Encryption.Tls : Encryption.None
            : null;

    private static string Words(EntryKind kind) => kind switch
    {
        EntryKind.ExternalIp => "External IP",
        EntryKind.HostPort => "Host port",
        EntryKind.IstioGateway => "Istio gateway",
        _ => kind.ToString(),
    };
}
