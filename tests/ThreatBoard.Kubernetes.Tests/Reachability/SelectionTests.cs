using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using static ThreatBoard.Kubernetes.Reachability.Reachable;
using static ThreatBoard.Kubernetes.Tests.Reachability.Scene;

namespace ThreatBoard.Kubernetes.Tests.Reachability;

/// <summary>Whom a policy selects and in which direction it isolates them; the trait is the line of the semantics.</summary>
public sealed class SelectionTests
{
    [Theory]
    [Trait("Semantics", "1")]
    [InlineData("podSelector: {}", false)]
    [InlineData("podSelector: null", true)]
    [InlineData("policyTypes: [Ingress]", true)]
    public void An_empty_selector_selects_every_pod_of_the_namespace_and_a_missing_one_too_but_is_told(string spec, bool isTold)
    {
        var scene = OfTwoSpaces(Policy("shop/p", spec));

        Assert.Equal((Denied, Denied), (scene.Between("data/db", "shop/web"), scene.Between("data/db", "shop/api")));
        Assert.Equal(isTold, scene.Reach.Problems.Any(p => p is { Fault: PolicyFault.MissingSelector, IsRefused: false }));
    }

    [Fact]
    [Trait("Semantics", "2")]
    public void A_pod_is_isolated_for_one_direction_and_free_in_the_other()
    {
        var scene = OfTwoSpaces(Policy("shop/p", "podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress]"));

        Assert.Equal((Denied, Allowed), (scene.Between("data/db", "shop/web"), scene.Between("shop/web", "data/db")));
        Assert.Equal(Allowed, scene.Between("data/db", "shop/api"));
        Assert.Equal((true, false), (scene.Reach.IsIsolated(scene["shop/web"], Direction.Ingress), scene.Reach.IsIsolated(scene["shop/web"], Direction.Egress)));
    }

    [Theory]
    [Trait("Semantics", "3")]
    [InlineData("podSelector: {}, egress: []", Denied, Allowed)]
    [InlineData("podSelector: {}, policyTypes: [], egress: []", Denied, Allowed)]
    [InlineData("podSelector: {}, egress: [{to: [{podSelector: {}}]}]", Denied, Denied)]
    public void Without_types_a_policy_isolates_ingress_and_egress_only_where_it_has_a_rule_for_it(string spec, Reachable into, Reachable outOf)
    {
        var scene = OfTwoSpaces(Policy("shop/p", spec));

        Assert.Equal((into, outOf), (scene.Between("data/db", "shop/web"), scene.Between("shop/web", "data/db")));
    }

    [Theory]
    [Trait("Semantics", "4")]
    [InlineData("policyTypes: [Egress], ingress: []", Allowed, Denied)]
    [InlineData("policyTypes: [Egress], ingress: [{from: [{podSelector: {}}]}]", Allowed, Denied)]
    [InlineData("policyTypes: [Ingress], egress: [{to: [{podSelector: {}}]}]", Denied, Allowed)]
    public void Rules_for_a_direction_that_is_not_a_type_are_ignored(string spec, Reachable into, Reachable outOf)
    {
        var scene = OfTwoSpaces(Policy("shop/p", $"podSelector: {{}}, {spec}"));

        Assert.Equal((into, outOf), (scene.Between("data/db", "shop/web"), scene.Between("shop/web", "data/db")));
        Assert.Equal(!spec.EndsWith("[]", StringComparison.Ordinal), scene.Reach.Problems.Any(p => p.Fault == PolicyFault.IgnoredRules));
    }

    [Fact]
    [Trait("Semantics", "5")]
    public void A_policy_that_names_no_namespace_belongs_to_default()
    {
        var scene = OfTwoSpaces(Pod("default/here"), "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p}, spec: {podSelector: {}}}");

        Assert.Equal((Denied, Allowed), (scene.Between("shop/web", "default/here"), scene.Between("data/db", "shop/web")));
    }

    [Fact]
    [Trait("Semantics", "6")]
    public void Policies_only_add_to_each_other_and_select_nothing_elsewhere()
    {
        var scene = OfTwoSpaces(
            Policy("shop/none", "podSelector: {}, ingress: []"),
            Policy("shop/web", "podSelector: {matchLabels: {app: web}}, ingress: [{ports: [{port: 80}]}]"),
            Policy("shop/more", "podSelector: {matchLabels: {app: web}}, ingress: [{ports: [{port: 443}]}]"));

        Assert.Equal("TCP 80,443", scene.Reach.Between(scene["data/db"], scene["shop/web"]).Allowed.ToString());
        Assert.Equal((Denied, Allowed), (scene.Between("data/db", "shop/api"), scene.Between("shop/web", "data/db")));
    }

    [Fact]
    [Trait("Semantics", "7")]
    public void Policies_about_a_pod_in_its_nodes_network_leave_it_open()
    {
        string[] manifests =
        [
            Pod("shop/host", spec: "hostNetwork: true"), Policy("shop/host", "podSelector: {matchLabels: {app: host}}"),
            Policy("data/p", "podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {tier: front}}}]}]"),
        ];
        var scene = OfTwoSpaces(manifests);

        Assert.Equal((CannotTell, CannotTell), (scene.Between("shop/web", "shop/host"), scene.Between("shop/host", "data/db")));
        Assert.Equal(Allowed, scene.Between("shop/web", "data/db"));
        Assert.Contains("host network", string.Join(' ', scene.Reach.Explain(scene["shop/web"], scene["shop/host"]).Reasons.Select(r => r.Text)), StringComparison.Ordinal);

        var ordinary = OfTwoSpaces(new ReachSettings { HostNetworkIsOrdinary = true }, manifests);
        Assert.Equal((Denied, Allowed), (ordinary.Between("shop/web", "shop/host"), ordinary.Between("shop/host", "data/db")));
    }

    [Fact]
    [Trait("Semantics", "8")]
    public void Labels_of_the_template_count_and_pods_that_ended_do_not()
    {
        var scene = OfTwoSpaces(
            Pod("shop/done", status: "phase: Succeeded"),
            "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d, namespace: shop, labels: {app: web}}, spec: {template: {metadata: {labels: {app: inner}}, spec: {containers: [{name: c}]}}}}",
            Policy("shop/p", "podSelector: {matchLabels: {app: web}}"));

        Assert.Equal((Denied, Allowed), (scene.Between("data/db", "shop/web"), scene.Between("data/db", "shop/d")));
        Assert.DoesNotContain(scene.Cluster.Workloads, w => w.Name == "done");
    }
}
