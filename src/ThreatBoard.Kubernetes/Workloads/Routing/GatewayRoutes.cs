using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Kubernetes.Workloads.Routing;

/// <summary>The ways in that routes of the Gateway API open through the listeners that take them.</summary>
internal sealed class GatewayRoutes
{
    private const string Group = "gateway.networking.k8s.io";
    private static readonly ImmutableArray<string> s_kinds = ["HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute"];
    private readonly Looks _looks = new();
    private readonly Cluster _cluster;
    private readonly ReferenceGrants _grants;
    private readonly ILookup<(string Kind, string Namespace, string Name), Listener> _listeners;

    public GatewayRoutes(Cluster cluster)
    {
        _cluster = cluster;
        _grants = new(cluster, _looks);
        _listeners = Listeners().ToLookup(l => (l.Owner.Object.Kind, l.Owner.Object.Namespace, l.Owner.Object.Name));
    }

    public IEnumerable<OutsideRoute> All() =>
        from kind in s_kinds
        from route in _cluster.All(kind)
        let entry = EntryOf(route)
        where entry is not null
        from backend in BackendsOf(route)
        select new OutsideRoute(
            route, backend["name"], backend["namespace"].Text ?? route.Object.Namespace, backend["name"].Text!, backend["port"].Text,
            kind switch { "GRPCRoute" => "gRPC", "TLSRoute" => "TLS", _ => "" }, entry.Transport, entry.IsInside, entry.Seen);

    /// <summary>Services that the route hands requests to, where it may.</summary>
    private IEnumerable<Cursor> BackendsOf(Cursor route) =>
        from rule in route["spec"]["rules"].Items
        from backend in rule["backendRefs"].Items.Concat(rule["filters"].Items.Select(filter => filter["requestMirror"]["backendRef"]))
        where backend["group"].Text is null or "" && backend["kind"].Text is null or "Service"
        where backend["name"].Text is { Length: > 0 } && backend["weight"].Number != 0
        where backend["namespace"].Text is not { } there || there == route.Object.Namespace || _grants.Admit(route, there, backend["name"].Text!)
        select backend;

    /// <summary>Null where no listener takes the route; the weakest protection of those that do.</summary>
    private Entry? EntryOf(Cursor route)
    {
        var hosts = route["spec"]["hostnames"].Texts();
        var entries = route["spec"]["parentRefs"].Items
            .Where(parent => parent["group"].Text is null or Group && parent["kind"].Text is null or "Gateway" or "ListenerSet")
            .SelectMany(parent => Through(route, parent, hosts));
        return entries.MinBy(entry => entry.Transport.Encryption switch { Encryption.None => 0, Encryption.Unknown => 1, Encryption.Tls => 2, _ => 3 });
    }

    private IEnumerable<Entry> Through(Cursor route, Cursor parent, IReadOnlyList<string> hosts)
    {
        var (kind, place, name) = (parent["kind"].Text ?? "Gateway", parent["namespace"].Text ?? route.Object.Namespace, parent["name"].Text ?? "");
        if (_cluster.Find($"{Group}/{kind}/{place}/{name}") is null) return [new(Transport.Unknown, IsInside: false, [parent["name"]])];
        return from listener in _looks.At(_listeners[(kind, place, name)])
               where IsMeant(parent, listener) && listener.Takes(route.Object.Kind)
               where listener.Admits(_cluster, route.Object.Namespace) && listener.Serves(hosts, _looks)
               select new Entry(listener.Transport, listener.IsInside, [listener.At["protocol"], listener.At["tls"]["mode"]]);
    }

    private static bool IsMeant(Cursor parent, Listener listener) =>
        (parent["sectionName"].Text is not { } section || section == listener.At["name"].Text)
        && (parent["port"].Number is not { } port || port == listener.At["port"].Number);

    private IEnumerable<Listener> Listeners() =>
        _cluster.All("Gateway").SelectMany(gateway => gateway["spec"]["listeners"].Items.Select(at => new Listener(gateway, at, gateway)))
            .Concat(from set in _cluster.All("ListenerSet").Concat(_cluster.All("XListenerSet"))
                    let parent = set["spec"]["parentRef"]
                    let gateway = _cluster.Find($"{Group}/Gateway/{parent["namespace"].Text ?? set.Object.Namespace}/{parent["name"].Text}")
                    where gateway is not null
                    from at in set["spec"]["listeners"].Items
                    select new Listener(gateway.Value, at, set));

    private sealed record Entry(Transport Transport, bool IsInside, ImmutableArray<Cursor> Seen);
}
