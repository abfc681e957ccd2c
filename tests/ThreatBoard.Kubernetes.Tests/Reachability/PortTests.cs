using ThreatBoard.Kubernetes.Reachability;
using static ThreatBoard.Kubernetes.Reachability.Reachable;
using static ThreatBoard.Kubernetes.Tests.Reachability.Scene;

namespace ThreatBoard.Kubernetes.Tests.Reachability;

/// <summary>Which ports a rule speaks of; the trait is the line of the semantics.</summary>
public sealed class PortTests
{
    [Theory]
    [Trait("Semantics", "20")]
    [InlineData("{}", "All Connections")]
    [InlineData("{ports: []}", "All Connections")]
    [InlineData("{ports: [{protocol: TCP}]}", "TCP 1-65535")]
    [InlineData("{ports: [{port: 80}]}", "TCP 80")]
    [InlineData("{ports: [{port: 53, protocol: UDP}, {port: 53}]}", "TCP 53,UDP 53")]
    [Trait("Semantics", "25")]
    [InlineData("{ports: [{port: 80, protocol: SCTP}]}", "SCTP 80")]
    [Trait("Semantics", "24")]
    [InlineData("{ports: [{port: 32000, endPort: 32768}]}", "TCP 32000-32768")]
    [InlineData("{ports: [{port: 80, endPort: 80}, {port: 81}]}", "TCP 80-81")]
    public void Ports_that_are_left_out_are_all_and_a_protocol_that_is_left_out_is_TCP(string rule, string told)
    {
        var scene = OfTwoSpaces(Policy("shop/p", $"podSelector: {{}}, ingress: [{rule}]"));

        Assert.Equal(told, scene.Reach.Between(scene["data/db"], scene["shop/web"]).Allowed.ToString());
        Assert.Equal(told, scene.Reach.FromInternet(scene["shop/web"]).Allowed.ToString());
    }

    [Fact]
    [Trait("Semantics", "21")]
    public void A_name_is_resolved_by_each_destination_with_its_protocol()
    {
        var scene = Of(
            Namespace("a"), Pod("a/client", ports: ""), Pod("a/one", ports: "{name: http, containerPort: 8080}"),
            Pod("a/two", ports: "{name: http, containerPort: 9090}"), Pod("a/udp", ports: "{name: http, containerPort: 7070, protocol: UDP}"),
            Policy("a/p", "podSelector: {}, policyTypes: [Egress], egress: [{ports: [{port: http}]}]"));

        Assert.Equal((Allowed, Denied), (scene.Between("a/client", "a/one", 8080), scene.Between("a/client", "a/one", 9090)));
        Assert.Equal((Allowed, Denied), (scene.Between("a/client", "a/two", 9090), scene.Between("a/client", "a/two", 8080)));
        Assert.Equal(Denied, scene.Reach.Between(scene["a/client"], scene["a/udp"]).State);
        Assert.Equal(Denied, scene.Reach.ToInternet(scene["a/client"]).State);
    }

    [Fact]
    [Trait("Semantics", "21")]
    public void A_named_port_to_a_block_of_addresses_is_refused()
    {
        var scene = OfTwoSpaces(Policy("shop/p", "podSelector: {}, egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: http}]}]"));

        Assert.Equal(Denied, scene.To("10.0.0.1", "shop/web", 8080));
        Assert.True(scene.Problem(PolicyFault.NamedPortToAddresses).IsRefused);
    }

    [Fact]
    [Trait("Semantics", "22")]
    public void Behind_a_Service_the_port_of_the_container_counts()
    {
        const string Service = "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}}";
        var wrong = OfTwoSpaces(Service, Policy("shop/p", "podSelector: {}, ingress: [{ports: [{port: 80}]}]"));
        var right = OfTwoSpaces(Service, Policy("shop/p", "podSelector: {}, ingress: [{ports: [{port: 8080}]}]"));

        Assert.Equal(Denied, Assert.Single(wrong.Reach.ThroughService(wrong["data/db"], Assert.Single(wrong.Cluster.Services))).State);
        var (target, state) = Assert.Single(right.Reach.ThroughService(right["data/db"], Assert.Single(right.Cluster.Services)));
        Assert.Equal((Allowed, 8080), (state, target.Port));
    }

    [Fact]
    [Trait("Semantics", "23")]
    public void Ports_that_no_container_declares_are_reached_where_they_are_allowed()
    {
        var scene = OfTwoSpaces(Policy("shop/p", "podSelector: {}, ingress: [{ports: [{port: 12345}]}]"));

        Assert.Equal((Allowed, Denied), (scene.Between("data/db", "shop/web", 12345), scene.Between("data/db", "shop/web", 8080)));
    }

    [Theory]
    [Trait("Semantics", "24")]
    [InlineData("{port: 10, endPort: 1}")]
    [InlineData("{port: http, endPort: 90}")]
    [InlineData("{endPort: 90}")]
    [InlineData("{port: 70000}")]
    [InlineData("{port: 80, protocol: ICMP}")]
    public void A_range_that_is_none_is_refused_and_matches_nothing(string port)
    {
        var scene = OfTwoSpaces(Policy("shop/p", $"podSelector: {{}}, ingress: [{{ports: [{port}]}}]"));

        Assert.True(scene.Problem(PolicyFault.BadPort).IsRefused);
        Assert.Equal(Denied, scene.Reach.Between(scene["data/db"], scene["shop/web"]).State);
    }

    [Theory]
    [Trait("Semantics", "24")]
    [InlineData("{port: 80, endPort: 90}", true)]
    [InlineData("{port: 80, endPort: 80}", false)]
    [InlineData("{port: 80}", false)]
    public void Of_a_range_it_is_told_that_not_every_plugin_knows_one(string port, bool told)
    {
        var scene = OfTwoSpaces(Policy("shop/p", $"podSelector: {{}}, ingress: [{{ports: [{port}]}}]"));

        Assert.Equal(told, scene.Reach.Problems.Any(problem => problem is { Fault: PolicyFault.PortRange, IsRefused: false }));
    }

    [Fact]
    [Trait("Semantics", "25")]
    public void A_rule_for_SCTP_alone_still_isolates_for_the_others()
    {
        var scene = OfTwoSpaces(Policy("shop/p", "podSelector: {}, ingress: [{ports: [{port: 81, protocol: SCTP}]}]"));

        Assert.Equal((Denied, Denied, Allowed),
            (scene.Between("data/db", "shop/web", 81), scene.Between("data/db", "shop/web", 81, Protocol.Udp), scene.Between("data/db", "shop/web", 81, Protocol.Sctp)));
    }
}
