using System.Collections.Concurrent;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Kubernetes.Workloads.Meshes;

/// <summary>How a mesh protects the way between two workloads, and what says so.</summary>
public sealed record MeshTransport(Transport Transport, Cursor At);

/// <summary>What Istio and Linkerd make of traffic between workloads.</summary>
public sealed class Mesh
{
    private readonly Cluster _cluster;
    private readonly ConcurrentDictionary<Workload, MeshMember> _members = [];
    private readonly DestinationRules _destinations;

    public Mesh(Cluster cluster)
    {
        _cluster = cluster;
        Peers = new(cluster);
        Authorization = new(cluster);
        _destinations = new(cluster);
    }

    public PeerAuthentications Peers { get; }

    public AuthorizationPolicies Authorization { get; }

    public MeshMember MemberOf(Workload workload) =>
        _members.GetOrAdd(workload, static (asked, cluster) => MeshMember.Of(cluster, asked), _cluster);

    /// <param name="service">The Service that is called; null where the pods are.</param>
    /// <param name="port">The container's port.</param>
    /// <returns>Null where no mesh has a say.</returns>
    public MeshTransport? Between(Workload from, Workload to, Service? service, int? port)
    {
        var (caller, called) = (MemberOf(from), MemberOf(to));
        if (caller.Mesh == MeshKind.Linkerd && called.Mesh == MeshKind.Linkerd) return Linkerd(from, caller, to, called, port);
        var asked = called is { IsOut: false, Mesh: not MeshKind.Linkerd } ? Peers.ModeFor(to, port) : null;
        if (asked?.Text == "STRICT") return new(Mutual, asked.Value);
        if (service is not null && !caller.IsOut && _destinations.ModeFor(from.Namespace, service, port) is { } mode) return Spoken(mode);
        return asked?.Text == "DISABLE" || caller is not { Mesh: MeshKind.Istio, IsOut: false } || called is not { Mesh: MeshKind.Istio, IsOut: false } ? null : new(Mutual, called.At);
    }

    private static MeshTransport? Linkerd(Workload from, MeshMember caller, Workload to, MeshMember called, int? port) =>
        caller.IsOut || called.IsOut || Skips(from, "config.linkerd.io/skip-outbound-ports", port) || Skips(to, "config.linkerd.io/skip-inbound-ports", port) ? null : new(Mutual, called.At);

    private static bool Skips(Workload workload, string annotation, int? port) =>
        port is { } number && workload.Annotations.TryGetValue(annotation, out var ports)
        && ports.Split(',', StringSplitOptions.TrimEntries).Any(part => part.Split('-', 2) switch
        {
            [var one] => one == $"{number}",
            [var first, var last] => int.TryParse(first, out var low) && int.TryParse(last, out var high) && low <= number && number <= high,
            _ => false,
        });

    private static MeshTransport? Spoken(Cursor mode) => mode.Text switch
    {
        "ISTIO_MUTUAL" or "MUTUAL" => new(Mutual, mode),
        "SIMPLE" => new(Transport.Unknown with { Encryption = Encryption.Tls, TlsEnds = TlsEnd.Receiver }, mode),
        _ => null,
    };

    private static Transport Mutual { get; } = Transport.Unknown with
    {
        Encryption = Encryption.MutualTls, TlsEnds = TlsEnd.Proxy, Certificate = CertificateCheck.Validated, Authentication = Authentication.MutualTls,
    };
}
