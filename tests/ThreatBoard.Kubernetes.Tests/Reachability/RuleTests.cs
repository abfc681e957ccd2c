using ThreatBoard.Kubernetes.Reachability;
using static ThreatBoard.Kubernetes.Reachability.Reachable;
using static ThreatBoard.Kubernetes.Tests.Reachability.Scene;

namespace ThreatBoard.Kubernetes.Tests.Reachability;

/// <summary>Whom the peers of a rule speak of; the trait is the line of the semantics.</summary>
public sealed class RuleTests
{
    [Theory]
    [Trait("Semantics", "9")]
    [InlineData("ingress: []", Denied)]
    [InlineData("policyTypes: [Ingress]", Denied)]
    [InlineData("ingress: [{}]", Allowed)]
    [Trait("Semantics", "10")]
    [InlineData("ingress: [{from: []}]", Allowed)]
    [InlineData("ingress: [{from: null}]", Allowed)]
    public void No_rule_denies_all_and_a_rule_without_peers_allows_anybody_even_outside(string rules, Reachable told)
    {
        var scene = OfTwoSpaces(Policy("shop/p", $"podSelector: {{}}, {rules}"));

        Assert.Equal((told, told), (scene.Between("data/db", "shop/web"), scene.From("8.8.8.8", "shop/web")));
    }

    [Fact]
    [Trait("Semantics", "10")]
    public void An_empty_peer_is_told_and_matches_nobody()
    {
        var scene = OfTwoSpaces(Policy("shop/p", "podSelector: {}, ingress: [{from: [{}]}]"));

        Assert.Equal(Denied, scene.Between("shop/api", "shop/web"));
        Assert.True(scene.Problem(PolicyFault.EmptyPeer).IsRefused);
        Assert.Contains("NetworkPolicy 'shop/p', spec.ingress[0].from[0]", Assert.Single(Connectivity.Of(scene.Reading).Refusals), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Semantics", "11")]
    [InlineData("podSelector: {}", Allowed, Denied, Denied)]
    [InlineData("namespaceSelector: {}", Allowed, Allowed, Denied)]
    [Trait("Semantics", "13")]
    [InlineData("podSelector: {matchLabels: {app: db}}", Denied, Denied, Denied)]
    [InlineData("podSelector: {matchLabels: {app: db}}, namespaceSelector: {matchLabels: {tier: back}}", Denied, Allowed, Denied)]
    [InlineData("podSelector: {matchLabels: {app: api}}, namespaceSelector: {matchLabels: {tier: back}}", Denied, Denied, Denied)]
    public void A_pod_selector_alone_means_the_own_namespace_and_no_selector_means_outside(string peer, Reachable sibling, Reachable other, Reachable outside)
    {
        var scene = OfTwoSpaces(Policy("shop/p", $"podSelector: {{matchLabels: {{app: web}}}}, ingress: [{{from: [{{{peer}}}]}}]"));

        Assert.Equal((sibling, other, outside), (scene.Between("shop/api", "shop/web"), scene.Between("data/db", "shop/web"), scene.From("10.0.0.1", "shop/web")));
    }

    [Theory]
    [Trait("Semantics", "12")]
    [InlineData("[{namespaceSelector: {matchLabels: {tier: back}}, podSelector: {matchLabels: {app: db}}}]", Denied, Denied)]
    [InlineData("[{namespaceSelector: {matchLabels: {tier: back}}}, {podSelector: {matchLabels: {app: api}}}]", Allowed, Allowed)]
    public void Both_selectors_in_one_item_are_and_while_two_items_are_or(string from, Reachable job, Reachable api)
    {
        var scene = OfTwoSpaces(Policy("shop/p", $"podSelector: {{matchLabels: {{app: web}}}}, ingress: [{{from: {from}}}]"));

        Assert.Equal((Allowed, job, api), (scene.Between("data/db", "shop/web"), scene.Between("data/job", "shop/web"), scene.Between("shop/api", "shop/web")));
    }

    [Theory]
    [Trait("Semantics", "14")]
    [InlineData("kubernetes.io/metadata.name: unread", Allowed)]
    [InlineData("kubernetes.io/metadata.name: other", Denied)]
    [InlineData("tier: back", CannotTell)]
    public void A_namespace_that_was_not_read_has_its_name_and_labels_that_nobody_knows(string label, Reachable told)
    {
        string[] manifests = [Pod("unread/pod"), Policy("shop/p", $"podSelector: {{}}, ingress: [{{from: [{{namespaceSelector: {{matchLabels: {{{label}}}}}}}]}}]")];

        Assert.Equal(told, OfTwoSpaces(manifests).Between("unread/pod", "shop/web"));
        Assert.Equal(told == CannotTell ? Denied : told, OfTwoSpaces(new ReachSettings { UnreadLabelsAreAbsent = true }, manifests).Between("unread/pod", "shop/web"));
    }

    [Fact]
    [Trait("Semantics", "14")]
    public void A_namespace_that_was_read_carries_its_name_as_a_label_though_it_does_not_say_so()
    {
        var scene = OfTwoSpaces(Policy("shop/p", "podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: data}}}]}]"));

        Assert.Equal((Allowed, Denied), (scene.Between("data/db", "shop/web"), scene.Between("shop/api", "shop/web")));
    }

    [Theory]
    [Trait("Semantics", "15")]
    [InlineData("{ipBlock: {cidr: 10.0.0.0/8}, podSelector: {}}", PolicyFault.MixedPeer)]
    [InlineData("{ipBlock: {cidr: 10.0.0.0/8, except: [11.0.0.0/9]}}", PolicyFault.BadExcept)]
    [InlineData("{ipBlock: {cidr: 10.0.0.0}}", PolicyFault.BadBlock)]
    public void Blocks_beside_selectors_and_exceptions_outside_their_block_are_refused(string peer, PolicyFault fault) =>
        Assert.True(OfTwoSpaces(Policy("shop/p", $"podSelector: {{}}, egress: [{{to: [{peer}]}}]")).Problem(fault).IsRefused);

    [Fact]
    [Trait("Semantics", "15")]
    public void An_exception_holds_for_its_peer_alone()
    {
        var scene = OfTwoSpaces(Policy("shop/p", "podSelector: {matchLabels: {app: web}}, egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [169.254.169.254/32]}}]}]"),
            Policy("shop/q", "podSelector: {matchLabels: {app: api}}, egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [169.254.169.254/32]}}]}, {to: [{ipBlock: {cidr: 169.254.0.0/16}}]}]"));

        Assert.Equal((Denied, Allowed), (scene.To("169.254.169.254", "shop/web"), scene.To("169.254.169.253", "shop/web")));
        Assert.Equal(Allowed, scene.To("169.254.169.254", "shop/api"));
    }

    [Fact]
    [Trait("Semantics", "16")]
    public void Host_bits_of_a_block_are_dropped_and_IPv6_never_matches_IPv4()
    {
        var scene = OfTwoSpaces(Policy("shop/p", "podSelector: {}, egress: [{to: [{ipBlock: {cidr: 10.0.1.1/4}}, {ipBlock: {cidr: '::/0'}}]}]"));

        Assert.Empty(scene.Reach.Problems);
        Assert.Equal((Allowed, Denied), (scene.To("15.255.255.255", "shop/web"), scene.To("16.0.0.0", "shop/web")));
        Assert.Equal(Allowed, scene.To("2001:db8::1", "shop/web"));
    }

    [Fact]
    [Trait("Semantics", "17")]
    public void Whether_a_block_matches_addresses_of_pods_is_a_switch()
    {
        string[] manifests = [Pod("data/known", status: "podIP: 10.1.2.3"), Policy("shop/p", "podSelector: {}, egress: [{to: [{ipBlock: {cidr: 10.1.0.0/16}}]}]")];
        var matching = OfTwoSpaces(new ReachSettings { BlocksMatchPods = true }, manifests);

        Assert.Equal(Denied, OfTwoSpaces(manifests).Between("shop/web", "data/known"));
        Assert.Equal(Allowed, matching.Between("shop/web", "data/known"));
        Assert.Equal(CannotTell, matching.Between("shop/web", "data/db"));
    }

    [Fact]
    [Trait("Semantics", "18")]
    public void A_pod_reaches_itself_and_its_own_node_reaches_it_whatever_policies_say()
    {
        var scene = OfTwoSpaces(Pod("shop/here", status: "hostIP: 192.168.1.4"), Policy("shop/p", "podSelector: {}, policyTypes: [Ingress, Egress]"));

        Assert.Equal(Allowed, scene.Between("shop/here", "shop/here"));
        Assert.Equal(ReasonKind.Itself, Assert.Single(scene.Reach.Explain(scene["shop/here"], scene["shop/here"]).Reasons).Kind);
        Assert.Equal((Allowed, Denied), (scene.From("192.168.1.4", "shop/here"), scene.From("192.168.1.5", "shop/here")));
    }

    [Fact]
    [Trait("Semantics", "19")]
    public void A_rule_is_peers_and_ports_while_each_list_is_or()
    {
        var scene = OfTwoSpaces(Policy("shop/p", "podSelector: {matchLabels: {app: web}}, ingress: [{from: [{podSelector: {}}, {ipBlock: {cidr: 9.0.0.0/8}}], ports: [{port: 80}, {port: 53, protocol: UDP}]}]"));

        Assert.Equal("TCP 80,UDP 53", scene.Reach.Between(scene["shop/api"], scene["shop/web"]).Allowed.ToString());
        Assert.Equal((Allowed, Denied), (scene.From("9.9.9.9", "shop/web", 53, Protocol.Udp), scene.From("9.9.9.9", "shop/web", 81)));
        Assert.Equal(Denied, scene.Between("data/db", "shop/web"));
    }
}
