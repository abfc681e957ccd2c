using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Kubernetes.Workloads.Routing;

/// <summary>A way to a Service that an object outside of it opens: an Ingress, a route of the Gateway API, an OpenShift Route, an Istio VirtualService.</summary>
/// <param name="Via">The object that opens it.</param>
/// <param name="At">Where it names the Service.</param>
/// <param name="Namespace">The Service's namespace.</param>
/// <param name="Port">The Service's port by name or number; null where none is named.</param>
/// <param name="Protocol">As shown beside a flow; empty where the port has to say it.</param>
/// <param name="IsInside">Only the network around the cluster gets in, not the internet.</param>
/// <param name="Seen">What says how it is protected.</param>
public sealed record OutsideRoute(
    Cursor Via, Cursor At, string Namespace, string Service, string? Port, string Protocol, Transport Transport, bool IsInside, ImmutableArray<Cursor> Seen);

/// <summary>All ways in that routing objects open, in the order of their keys.</summary>
public static class OutsideRoutes
{
    public static IEnumerable<OutsideRoute> Of(Cluster cluster) =>
        IngressRoutes.Of(cluster).Concat(new GatewayRoutes(cluster).All()).Concat(OpenShiftRoutes.Of(cluster)).Concat(new IstioRoutes(cluster).All());

    internal static Transport Clear { get; } = Transport.Unknown with { Encryption = Encryption.None };

    internal static Transport Ending(TlsEnd end) => Transport.Unknown with { Encryption = Encryption.Tls, TlsEnds = end };

    /// <summary>The callers show certificates of their own.</summary>
    internal static Transport Mutual(TlsEnd end) => Transport.Unknown with { Encryption = Encryption.MutualTls, TlsEnds = end, Authentication = Authentication.MutualTls };
}
