using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Kubernetes.Workloads.Routing;

/// <summary>A listener of a Gateway or of a ListenerSet: where outside traffic is taken in, and for whom.</summary>
/// <param name="Gateway">The Gateway it belongs to.</param>
/// <param name="At">The listener itself.</param>
/// <param name="Owner">The object that it stands in, which decides what "the same namespace" is.</param>
internal sealed record Listener(Cursor Gateway, Cursor At, Cursor Owner)
{
    public string Protocol { get; } = At["protocol"].Text ?? "";

    private string Hostname { get; } = At["hostname"].Text ?? "";

    public bool IsInside => InternalEntry.IsMarked(Gateway.Object.Annotations)
        || InternalEntry.IsMarked(Gateway["spec"]["infrastructure"]["annotations"].TextMap()) || InternalEntry.IsNamed(Gateway["spec"]["gatewayClassName"].Text);

    public Transport Transport => (Protocol, At["tls"]["mode"].Text) switch
    {
        ("HTTP", _) => OutsideRoutes.Clear,
        ("HTTPS" or "TLS", "Passthrough") => OutsideRoutes.Ending(TlsEnd.Receiver),
        ("HTTPS" or "TLS", _) when AsksForCertificates => OutsideRoutes.Mutual(TlsEnd.Ingress),
        ("HTTPS" or "TLS", _) => OutsideRoutes.Ending(TlsEnd.Ingress),
        _ => Transport.Unknown,
    };

    private bool AsksForCertificates =>
        At["tls"]["frontendValidation"].Exists || Gateway["spec"]["tls"]["frontend"]["default"]["validation"].Exists;

    public bool Takes(string routeKind) => (routeKind, Protocol) switch
    {
        ("HTTPRoute" or "GRPCRoute", "HTTP" or "HTTPS") => true,
        ("TLSRoute", "TLS") => true,
        ("TCPRoute", "TCP" or "TLS") => true,
        ("UDPRoute", "UDP") => true,
        _ => false,
    };

    /// <summary>Routes of its own namespace where nothing is said; a namespace that was not read may carry any label.</summary>
    public bool Admits(Cluster cluster, string @namespace)
    {
        var allowed = At["allowedRoutes"]["namespaces"];
        return allowed["from"].Text switch
        {
            "All" => true,
            "None" => false,
            "Selector" => cluster.Find($"Namespace/{@namespace}") is null || new LabelSelector(allowed["selector"]).Matches(cluster.NamespaceLabels(@namespace)),
            _ => @namespace == Owner.Object.Namespace,
        };
    }

    /// <summary>A route without host names takes the listener's; else one of them has to meet it.</summary>
    public bool Serves(IReadOnlyList<string> hosts, Looks looks) =>
        Hostname.Length == 0 || hosts.Count == 0 || looks.At(hosts).Any(host => HostNames.Meet(host, Hostname));
}

/// <summary>Host names with a leading <c>*.</c>, as routes and listeners write them.</summary>
internal static class HostNames
{
    public static bool Meet(string one, string other) =>
        one is "*" || other is "*" || string.Equals(one, other, StringComparison.OrdinalIgnoreCase) || Covers(one, other) || Covers(other, one);

    private static bool Covers(string wildcard, string host) =>
        wildcard.StartsWith("*.", StringComparison.Ordinal) && host.EndsWith(wildcard[1..], StringComparison.OrdinalIgnoreCase);
}
