using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Exposure;

/// <summary>What is sent to it can be read on the way, or any namespace may hang a route of its own on the shared front door.</summary>
public sealed class OpenListener : ObjectRule
{
    private static readonly string[] s_gateways = ["Gateway", "ListenerSet", "XListenerSet"];
    private static readonly string[] s_routes = ["HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute"];

    public override RuleCard Card { get; } = new(
        Code: "TB-EXP-05",
        Title: "Gateway listener without TLS or accepting every namespace",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 3, Impact: 4),
        Why: "What is sent to it can be read on the way, or any namespace may hang a route of its own on the shared front door.",
        Mitigations:
        [
            "Protocol HTTPS or TLS with certificateRefs; let HTTP only redirect",
            "Admit routes of selected namespaces (allowedRoutes.namespaces.from: Selector)",
        ],
        Cwe: 319,
        Attack: ["T1557"],
        Actor: ActorKind.ExternalAttacker,
        References: new() { Owasp = ["K05", "K06"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster)
    {
        var routes = s_routes.SelectMany(cluster.All).SelectMany(Attached).ToLookup(route => route.Gateway, route => (route.Section, route.Root), StringComparer.Ordinal);
        return OfGateways(cluster, routes).Concat(OfMesh(cluster));
    }

    private static IEnumerable<(Cursor Of, Sighting Seen)> OfGateways(Cluster cluster, ILookup<string, (string? Section, Cursor Root)> routes) =>
        from gateway in s_gateways.SelectMany(cluster.All)
        let clear = gateway["spec"]["listeners"].Items.Where(listener => IsClear(listener, routes[$"{gateway.Object.Kind}/{gateway.Object.Namespace}/{gateway.Object.Name}"])).ToList()
        let shared = gateway["spec"]["listeners"].Items.Select(listener => listener["allowedRoutes"]["namespaces"]["from"]).Where(origin => origin.Text == "All").ToList()
        where clear.Count > 0 || shared.Count > 0
        select (gateway, new Sighting(
            clear.Count == 0 ? "Every namespace may attach routes to it." : $"It listens without TLS{(shared.Count > 0 ? ", and every namespace may attach routes to it" : "")}.",
            [.. clear.Select(listener => listener["protocol"].Evidence), .. shared.Select(origin => origin.Evidence)]));

    private static IEnumerable<(Cursor Of, Sighting Seen)> OfMesh(Cluster cluster) =>
        from gateway in cluster.All("Gateway.networking.istio.io")
        let clear = gateway["spec"]["servers"].Items
            .Where(server => server["port"]["protocol"].Text?.ToUpperInvariant() is "HTTP" or "HTTP2" or "TCP" && server["tls"]["httpsRedirect"].Flag != true).ToList()
        where clear.Count > 0
        select (gateway, new Sighting("It listens without TLS.", [.. clear.Select(server => server["port"]["protocol"].Evidence)]));

    /// <summary>In clear text, unless all that hangs on it sends callers on to HTTPS.</summary>
    private static bool IsClear(Cursor listener, IEnumerable<(string? Section, Cursor Root)> routes) =>
        listener["protocol"].Text is "HTTP" or "TCP"
        && routes.Where(route => route.Section is null || route.Section == listener["name"].Text).ToList() is var attached
        && !(attached.Count > 0 && attached.TrueForAll(route => OnlyRedirects(route.Root)));

    private static bool OnlyRedirects(Cursor route) =>
        route["spec"]["rules"].Items.Any() && route["spec"]["rules"].Items.All(rule => rule["filters"].Items.Any(filter => filter["requestRedirect"]["scheme"].Text == "https"));

    private static IEnumerable<(string Gateway, string? Section, Cursor Root)> Attached(Cursor route) =>
        from parent in route["spec"]["parentRefs"].Items
        select ($"{parent["kind"].Text ?? "Gateway"}/{parent["namespace"].Text ?? route.Object.Namespace}/{parent["name"].Text}", parent["sectionName"].Text, route);
}
