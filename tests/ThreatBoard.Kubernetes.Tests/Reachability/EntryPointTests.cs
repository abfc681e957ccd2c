using ThreatBoard.Kubernetes.Reachability;
using static ThreatBoard.Kubernetes.Reachability.Reachable;
using static ThreatBoard.Kubernetes.Tests.Reachability.Scene;

namespace ThreatBoard.Kubernetes.Tests.Reachability;

public sealed class EntryPointTests
{
    private const string Service = "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}}";
    private const string Ingress = "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, namespace: shop}, spec: {rules: [{host: shop.example, http: {paths: [{backend: {service: {name: web, port: {number: 80}}}}]}}]}}";

    [Theory]
    [InlineData("type: LoadBalancer", EntryKind.LoadBalancer)]
    [InlineData("type: NodePort", EntryKind.NodePort)]
    [InlineData("externalIPs: [1.2.3.4]", EntryKind.ExternalIp)]
    public void A_Service_opens_the_ports_of_its_pods(string type, EntryKind kind)
    {
        var scene = OfTwoSpaces(Service.Replace("selector:", $"{type}, selector:", StringComparison.Ordinal));

        var entry = Assert.Single(scene.Cluster.EntryPoints);
        Assert.Equal((kind, "web", 8080, "Service/shop/web", false), (entry.Kind, entry.Workload.Name, entry.Port, entry.Via, entry.IsInternal));
        Assert.Equal(Allowed, scene.Reach.Through(entry));
    }

    [Fact]
    public void A_Service_inside_opens_nothing() => Assert.Empty(OfTwoSpaces(Service).Cluster.EntryPoints);

    [Theory]
    [InlineData(Ingress, EntryKind.Ingress, "shop.example")]
    [InlineData("{apiVersion: route.openshift.io/v1, kind: Route, metadata: {name: r, namespace: shop}, spec: {host: r.example, to: {kind: Service, name: web}, port: {targetPort: http}}}", EntryKind.Route, "r.example")]
    [InlineData("{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: h, namespace: shop}, spec: {hostnames: [g.example], parentRefs: [{name: gate}], rules: [{backendRefs: [{name: web, port: 80}]}]}}", EntryKind.Gateway, "g.example")]
    [InlineData("{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: v, namespace: shop}, spec: {hosts: [v.example], gateways: [gate], http: [{route: [{destination: {host: web, port: {number: 80}}}]}]}}", EntryKind.IstioGateway, "v.example")]
    public void A_route_opens_what_it_hands_on(string route, EntryKind kind, string host)
    {
        var entry = Assert.Single(OfTwoSpaces(Service, route).Cluster.EntryPoints);

        Assert.Equal((kind, "web", 8080, host, true), (entry.Kind, entry.Workload.Name, entry.Port, entry.Host, entry.IsProxied));
        Assert.NotEmpty(entry.Evidence);
    }

    [Fact]
    public void A_port_of_the_node_is_open_too()
    {
        var scene = OfTwoSpaces(Pod("shop/agent", ports: "{containerPort: 9000, hostPort: 90, protocol: UDP}"));

        var entry = Assert.Single(scene.Cluster.EntryPoints);
        Assert.Equal((EntryKind.HostPort, Protocol.Udp, 9000), (entry.Kind, entry.Protocol, entry.Port));
    }

    [Theory]
    [InlineData("ingress: []", Denied, Denied)]
    [InlineData("ingress: [{from: [{namespaceSelector: {}}]}]", Allowed, Denied)]
    [InlineData("ingress: [{from: [{namespaceSelector: {matchLabels: {name: ingress}}}]}]", CannotTell, Denied)]
    [InlineData("ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}]", Denied, Allowed)]
    [InlineData("ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]", Denied, Denied)]
    public void Policies_may_close_what_is_open(string rules, Reachable proxied, Reachable direct)
    {
        var scene = OfTwoSpaces(Service.Replace("selector:", "type: LoadBalancer, selector:", StringComparison.Ordinal), Ingress, Policy("shop/p", $"podSelector: {{}}, {rules}"));

        Assert.Equal(proxied, scene.Reach.Through(scene.Cluster.EntryPoints.Single(e => e.Kind == EntryKind.Ingress)));
        Assert.Equal(direct, scene.Reach.Through(scene.Cluster.EntryPoints.Single(e => e.Kind == EntryKind.LoadBalancer)));
    }
}
