using ThreatBoard.Kubernetes.Reachability;
using static ThreatBoard.Kubernetes.Reachability.Reachable;
using static ThreatBoard.Kubernetes.Tests.Reachability.Scene;

namespace ThreatBoard.Kubernetes.Tests.Reachability;

/// <summary>Policies of the whole cluster, of both generations; the trait is the line of the semantics.</summary>
public sealed class ClusterPolicyTests
{
    private const string Everything = "subject: {namespaces: {}}";
    private const string FromBack = "from: [{namespaces: {matchLabels: {tier: back}}}]";

    [Fact]
    [Trait("Semantics", "32")]
    public void Both_generations_say_the_same_in_their_own_words()
    {
        var first = OfTwoSpaces(AdminPolicy("p", 5, $"{Everything}, ingress: [{{action: Allow, {FromBack}, ports: [{{portNumber: {{port: 80}}}}, {{portRange: {{start: 1, end: 9, protocol: UDP}}}}, {{namedPort: http}}]}}, {{action: Deny, {FromBack}}}]"));
        var second = OfTwoSpaces(ClusterPolicy("p", "Admin", 5, $"{Everything}, ingress: [{{action: Accept, {FromBack}, protocols: [{{tcp: {{destinationPort: {{number: 80}}}}}}, {{udp: {{destinationPort: {{range: {{start: 1, end: 9}}}}}}}}, {{destinationNamedPort: http}}]}}, {{action: Deny, {FromBack}}}]"));

        Assert.Equal("TCP 80,8080,UDP 1-9", first.Reach.Between(first["data/db"], first["shop/web"]).Allowed.ToString());
        Assert.Equal("TCP 80,8080,UDP 1-9", second.Reach.Between(second["data/db"], second["shop/web"]).Allowed.ToString());
    }

    [Theory]
    [Trait("Semantics", "32")]
    [InlineData("action: Allow", "Admin", PolicyFault.BadAction)]
    [InlineData("action: Accept", "Middle", PolicyFault.BadTier)]
    public void Words_of_the_other_generation_and_tiers_that_do_not_exist_are_refused(string action, string tier, PolicyFault fault) =>
        Assert.True(OfTwoSpaces(ClusterPolicy("p", tier, 5, $"{Everything}, ingress: [{{{action}, {FromBack}}}]")).Problem(fault).IsRefused);

    [Theory]
    [Trait("Semantics", "32")]
    [InlineData("p", 1001, PolicyFault.BadPriority)]
    [InlineData("p", -1, PolicyFault.BadPriority)]
    public void A_priority_goes_from_0_to_1000(string name, int priority, PolicyFault fault) =>
        Assert.True(OfTwoSpaces(AdminPolicy(name, priority, $"{Everything}, ingress: [{{action: Deny, {FromBack}}}]")).Problem(fault).IsRefused);

    [Fact]
    [Trait("Semantics", "32")]
    public void The_baseline_of_the_first_generation_is_one_and_called_default()
    {
        var scene = OfTwoSpaces(Baseline($"{Everything}, ingress: [{{action: Deny, {FromBack}}}]"), Baseline($"{Everything}, ingress: [{{action: Allow, {FromBack}}}]", "other"));

        Assert.Contains("'default'", scene.Problem(PolicyFault.BadBaseline).Message, StringComparison.Ordinal);
        Assert.Equal(Denied, scene.Between("data/db", "shop/web"));
    }

    [Theory]
    [Trait("Semantics", "33")]
    [InlineData("Deny", "Accept", true, "Deny", Denied)]
    [InlineData("Accept", "Deny", true, "Deny", Allowed)]
    [InlineData("Pass", "Deny", true, "Accept", Denied)]
    [InlineData("Pass", "Deny", false, "Accept", Allowed)]
    [InlineData("Pass", "Deny", false, "Deny", Denied)]
    public void The_admin_tier_is_first_then_policies_of_namespaces_and_the_baseline_where_none_isolates(string first, string later, bool isIsolated, string baseline, Reachable told)
    {
        var scene = OfTwoSpaces(
            ClusterPolicy("later", "Admin", 20, $"{Everything}, ingress: [{{action: {later}, {FromBack}}}]"),
            ClusterPolicy("first", "Admin", 10, $"{Everything}, ingress: [{{action: {first}, {FromBack}}}, {{action: {later}, {FromBack}}}]"),
            ClusterPolicy("base", "Baseline", 0, $"{Everything}, ingress: [{{action: {baseline}, {FromBack}}}]"),
            isIsolated ? Policy("shop/p", "podSelector: {}") : Policy("shop/p", "podSelector: {}, policyTypes: [Egress], egress: [{}]"));

        Assert.Equal(told, scene.Between("data/db", "shop/web"));
    }

    [Fact]
    [Trait("Semantics", "33")]
    public void What_no_rule_speaks_of_is_allowed_in_the_end()
    {
        var scene = OfTwoSpaces(AdminPolicy("p", 1, $"{Everything}, ingress: [{{action: Deny, {FromBack}, ports: [{{portNumber: {{port: 80}}}}]}}]"));

        Assert.Equal((Denied, Allowed, Allowed), (scene.Between("data/db", "shop/web"), scene.Between("data/db", "shop/web", 81), scene.Between("shop/api", "shop/web")));
    }

    [Fact]
    [Trait("Semantics", "34")]
    public void Acceptance_on_the_way_out_does_not_open_the_way_in()
    {
        var scene = OfTwoSpaces(
            ClusterPolicy("p", "Admin", 1, $"{Everything}, egress: [{{action: Accept, to: [{{namespaces: {{}}}}]}}]"), Policy("data/p", "podSelector: {}"), Policy("shop/p", "podSelector: {}, policyTypes: [Egress]"));

        Assert.Equal((Denied, Allowed), (scene.Between("shop/web", "data/db"), scene.Between("shop/web", "shop/api")));
    }

    [Fact]
    [Trait("Semantics", "35")]
    public void Policies_of_one_priority_have_no_order_where_they_overlap()
    {
        var second = OfTwoSpaces(
            ClusterPolicy("a", "Admin", 7, $"{Everything}, ingress: [{{action: Accept, {FromBack}}}]"),
            ClusterPolicy("b", "Admin", 7, $"{Everything}, ingress: [{{action: Deny, {FromBack}, protocols: [{{tcp: {{destinationPort: {{number: 80}}}}}}]}}]"));

        Assert.Equal((CannotTell, Allowed), (second.Between("data/db", "shop/web"), second.Between("data/db", "shop/web", 81)));
        Assert.False(second.Problem(PolicyFault.PriorityTie).IsRefused);
        var first = OfTwoSpaces(AdminPolicy("a", 7, $"{Everything}, ingress: [{{action: Allow, {FromBack}}}]"), AdminPolicy("b", 7, $"{Everything}, egress: [{{action: Deny, to: [{{namespaces: {{}}}}]}}]"));
        var refusal = Assert.Single(Connectivity.Of(first.Reading).Refusals);
        Assert.Contains("'a'", refusal, StringComparison.Ordinal);
        Assert.Contains("'b'", refusal, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Semantics", "35")]
    public void Pods_in_their_nodes_network_are_neither_subject_nor_peer()
    {
        var scene = OfTwoSpaces(Pod("shop/host", spec: "hostNetwork: true"), ClusterPolicy("p", "Admin", 7, $"{Everything}, ingress: [{{action: Deny, from: [{{namespaces: {{}}}}]}}]"));

        Assert.Equal((Denied, Allowed, Allowed), (scene.Between("shop/api", "shop/web"), scene.Between("shop/host", "shop/web"), scene.Between("shop/web", "shop/host")));
    }

    [Fact]
    [Trait("Semantics", "35")]
    public void Networks_match_pods_as_well_and_no_rule_leaves_a_direction_alone()
    {
        var scene = OfTwoSpaces(ClusterPolicy("p", "Admin", 7, "subject: {pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: web}}}}, egress: [{action: Deny, to: [{networks: [0.0.0.0/0]}]}]"));

        Assert.Equal((Denied, Denied), (scene.Between("shop/web", "data/db"), scene.To("1.1.1.1", "shop/web")));
        Assert.Equal((Allowed, Allowed), (scene.Between("data/db", "shop/web"), scene.Between("shop/api", "data/db")));
    }

    [Theory]
    [Trait("Semantics", "35")]
    [InlineData("Accept", Allowed)]
    [InlineData("Deny", Denied)]
    [InlineData("Pass", Denied)]
    public void A_peer_that_is_not_understood_fails_closed(string action, Reachable told)
    {
        var scene = OfTwoSpaces(ClusterPolicy("p", "Admin", 7, $"{Everything}, ingress: [{{action: {action}, from: [{{fromTheFuture: {{}}}}]}}]"));

        Assert.Equal(told, scene.Between("data/db", "shop/web"));
        Assert.True(scene.Problem(PolicyFault.BadPeer).IsRefused);
    }

    [Fact]
    [Trait("Semantics", "36")]
    public void An_empty_namespaces_subject_covers_the_system_too()
    {
        var scene = OfTwoSpaces(Pod("kube-system/dns"), ClusterPolicy("p", "Baseline", 7, $"{Everything}, ingress: [{{action: Deny, {FromBack}}}]"));

        Assert.Equal(Denied, scene.Between("data/db", "kube-system/dns"));
    }
}
