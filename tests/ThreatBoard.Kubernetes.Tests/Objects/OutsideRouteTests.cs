using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads.Routing;

namespace ThreatBoard.Kubernetes.Tests.Objects;

public sealed class OutsideRouteTests
{
    private const string Route = "{apiVersion: gateway.networking.k8s.io/v1, kind: KIND, metadata: {name: r, namespace: shop}, spec: {parentRefs: [{name: g, namespace: edge}], hostnames: [a.example], rules: [{backendRefs: [{name: web, port: 80}]}]}}\n---\n";

    [Theory]
    [InlineData("HTTPRoute", "protocol: HTTP, allowedRoutes: {namespaces: {from: All}}", Encryption.None)]
    [InlineData("HTTPRoute", "protocol: HTTPS, allowedRoutes: {namespaces: {from: All}}", Encryption.Tls)]
    [InlineData("GRPCRoute", "protocol: HTTPS, hostname: '*.example', allowedRoutes: {namespaces: {from: All}}, tls: {frontendValidation: {caCertificateRefs: [{name: ca}]}}", Encryption.MutualTls)]
    [InlineData("TLSRoute", "protocol: TLS, allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {kubernetes.io/metadata.name: shop}}}}, tls: {mode: Passthrough}", Encryption.Tls)]
    [InlineData("TCPRoute", "protocol: TCP, allowedRoutes: {namespaces: {from: All}}", Encryption.Unknown)]
    public void A_route_opens_what_its_listener_takes(string kind, string listener, Encryption encryption)
    {
        var route = Assert.Single(RoutesOf(Route.Replace("KIND", kind, StringComparison.Ordinal) + Gateway(listener)));

        Assert.Equal(("shop", "web", "80"), (route.Namespace, route.Service, route.Port));
        Assert.Equal(encryption, route.Transport.Encryption);
        Assert.Equal($"gateway.networking.k8s.io/{kind}/shop/r", route.Via.Object.Key);
    }

    [Theory]
    [InlineData("HTTPRoute", "protocol: HTTP")]
    [InlineData("HTTPRoute", "protocol: TLS, allowedRoutes: {namespaces: {from: All}}")]
    [InlineData("HTTPRoute", "protocol: HTTP, hostname: b.example, allowedRoutes: {namespaces: {from: All}}")]
    [InlineData("HTTPRoute", "protocol: HTTP, allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {team: other}}}}")]
    public void A_route_that_no_listener_takes_opens_nothing(string kind, string listener) =>
        Assert.Empty(RoutesOf("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}\n---\n" + Route.Replace("KIND", kind, StringComparison.Ordinal) + Gateway(listener)));

    [Fact]
    public void A_Gateway_that_was_not_read_leaves_the_protection_unknown() =>
        Assert.Equal(Encryption.Unknown, Assert.Single(RoutesOf(Route.Replace("KIND", "HTTPRoute", StringComparison.Ordinal))).Transport.Encryption);

    [Fact]
    public void Listeners_of_a_ListenerSet_belong_to_its_Gateway()
    {
        const string set = "{apiVersion: gateway.networking.k8s.io/v1, kind: ListenerSet, metadata: {name: set, namespace: shop}, spec: {parentRef: {name: g, namespace: edge}, listeners: [{name: l, port: 443, protocol: HTTPS}]}}\n---\n";
        var route = Route.Replace("KIND", "HTTPRoute", StringComparison.Ordinal).Replace("{name: g, namespace: edge}", "{kind: ListenerSet, name: set}", StringComparison.Ordinal);

        Assert.Equal(Encryption.Tls, Assert.Single(RoutesOf(set + route + Gateway("protocol: HTTP"))).Transport.Encryption);
    }

    [Fact]
    public void A_Service_of_another_namespace_needs_a_grant()
    {
        var route = Route.Replace("KIND", "HTTPRoute", StringComparison.Ordinal).Replace("name: web, port", "name: web, namespace: other, port", StringComparison.Ordinal) + Gateway("protocol: HTTP, allowedRoutes: {namespaces: {from: All}}");
        const string grant = "{apiVersion: gateway.networking.k8s.io/v1beta1, kind: ReferenceGrant, metadata: {name: g, namespace: other}, spec: {from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop}], to: [{group: '', kind: Service}]}}\n---\n";

        Assert.Empty(RoutesOf(route));
        Assert.Equal("other", Assert.Single(RoutesOf(grant + route)).Namespace);
    }

    [Theory]
    [InlineData("", Encryption.None, TlsEnd.Unknown)]
    [InlineData("tls: {termination: edge}, ", Encryption.Tls, TlsEnd.Ingress)]
    [InlineData("tls: {termination: edge, insecureEdgeTerminationPolicy: Allow}, ", Encryption.None, TlsEnd.Unknown)]
    [InlineData("tls: {termination: passthrough}, ", Encryption.Tls, TlsEnd.Receiver)]
    public void An_OpenShift_Route_says_where_TLS_ends(string tls, Encryption encryption, TlsEnd ends)
    {
        var route = Assert.Single(RoutesOf($"{{apiVersion: route.openshift.io/v1, kind: Route, metadata: {{name: r, namespace: shop}}, spec: {{{tls}to: {{kind: Service, name: web}}, port: {{targetPort: http}}}}}}"));

        Assert.Equal((encryption, ends, "http"), (route.Transport.Encryption, route.Transport.TlsEnds, route.Port));
    }

    [Theory]
    [InlineData("port: {number: 80, protocol: HTTP}", Encryption.None)]
    [InlineData("port: {number: 443, protocol: HTTPS}, tls: {mode: SIMPLE}", Encryption.Tls)]
    [InlineData("port: {number: 443, protocol: HTTPS}, tls: {mode: MUTUAL}", Encryption.MutualTls)]
    public void A_VirtualService_opens_what_its_Gateway_serves(string server, Encryption encryption)
    {
        var gateway = $"{{apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {{name: g, namespace: shop}}, spec: {{servers: [{{{server}, hosts: ['*.example']}}]}}}}\n---\n";
        const string service = "{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: v, namespace: shop}, spec: {hosts: [HOST], gateways: [g, mesh], http: [{route: [{destination: {host: web, port: {number: 80}}}]}]}}\n---\n";

        Assert.Equal(encryption, Assert.Single(RoutesOf(gateway + service.Replace("HOST", "a.example", StringComparison.Ordinal))).Transport.Encryption);
        Assert.Empty(RoutesOf(gateway + service.Replace("HOST", "b.other", StringComparison.Ordinal)));
        Assert.Empty(RoutesOf(service.Replace("g, mesh", "mesh", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("ingressClassName: gce-internal, ", true, "gce-internal")]
    [InlineData("ingressClassName: nginx, ", false, "nginx")]
    [InlineData("", false, null)]
    public void The_class_of_an_Ingress_says_who_carries_it(string named, bool isInside, string? name)
    {
        var route = Assert.Single(RoutesOf($"{{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {{name: i, namespace: shop}}, spec: {{{named}defaultBackend: {{service: {{name: web, port: {{number: 80}}}}}}}}}}"));

        Assert.Equal((isInside, name), (route.IsInside, route.Seen[1].Text));
    }

    private static List<OutsideRoute> RoutesOf(string text) => [.. OutsideRoutes.Of(TestModel.Of(text).Cluster)];

    private static string Gateway(string listener) =>
        $"{{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {{name: g, namespace: edge}}, spec: {{gatewayClassName: c, listeners: [{{name: l, port: 80, {listener}}}]}}}}\n---\n";
}
