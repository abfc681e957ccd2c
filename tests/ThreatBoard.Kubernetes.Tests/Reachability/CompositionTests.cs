using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using static ThreatBoard.Kubernetes.Reachability.Reachable;
using static ThreatBoard.Kubernetes.Tests.Reachability.Scene;

namespace ThreatBoard.Kubernetes.Tests.Reachability;

/// <summary>How directions, policies and unknowns come together; the trait is the line of the semantics.</summary>
public sealed class CompositionTests
{
    [Fact]
    [Trait("Semantics", "27")]
    public void Both_directions_must_allow_the_same_protocol_and_port()
    {
        var scene = OfTwoSpaces(
            Policy("shop/out", "podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{ports: [{port: 8000, endPort: 9000}, {port: 53, protocol: UDP}]}]"),
            Policy("data/in", "podSelector: {matchLabels: {app: db}}, ingress: [{ports: [{port: http}, {port: 53}]}]"));

        Assert.Equal("TCP 8080", scene.Reach.Between(scene["shop/web"], scene["data/db"]).Allowed.ToString());
        Assert.Equal("TCP 53,8080", scene.Reach.Between(scene["shop/api"], scene["data/db"]).Allowed.ToString());
        Assert.Equal("TCP 8000-9000,UDP 53", scene.Reach.Between(scene["shop/web"], scene["data/job"]).Allowed.ToString());
    }

    [Theory]
    [Trait("Semantics", "28")]
    [InlineData("egress: []", Denied)]
    [InlineData("egress: [{to: [{namespaceSelector: {}}], ports: [{port: 53, protocol: UDP}]}]", Allowed)]
    [InlineData("egress: [{to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}, podSelector: {matchLabels: {k8s-app: kube-dns}}}]}]", Allowed)]
    [InlineData("egress: [{to: [{podSelector: {}}]}]", Denied)]
    public void Whether_names_can_be_resolved_is_told(string egress, Reachable told)
    {
        var scene = OfTwoSpaces(Policy("shop/p", $"podSelector: {{}}, policyTypes: [Egress], {egress}"));

        Assert.Equal(told, scene.Reach.ToDns(scene["shop/web"]).Of(Protocol.Udp, 53));
        Assert.Equal(told == Denied, Connectivity.Of(scene.Reading).Notes.Any(note => note.StartsWith("No names can be resolved by shop/api, shop/web:", StringComparison.Ordinal)));
    }

    [Theory]
    [Trait("Semantics", "29")]
    [InlineData("{key: env, operator: In, values: [prod, test]}", Allowed, Denied)]
    [InlineData("{key: env, operator: NotIn, values: [prod]}", Denied, Allowed)]
    [InlineData("{key: env, operator: Exists}", Allowed, Denied)]
    [InlineData("{key: env, operator: DoesNotExist}", Denied, Allowed)]
    public void Operators_mean_what_they_mean_where_the_label_is_missing(string expression, Reachable prod, Reachable bare)
    {
        var scene = Of(Namespace("a"), Pod("a/prod", labels: "env: prod"), Pod("a/bare", labels: ""), Pod("a/to"),
            Policy("a/p", $"podSelector: {{matchLabels: {{app: to}}}}, ingress: [{{from: [{{podSelector: {{matchExpressions: [{expression}]}}}}]}}]"));

        Assert.Equal((prod, bare), (scene.Between("a/prod", "a/to"), scene.Between("a/bare", "a/to")));
    }

    [Theory]
    [Trait("Semantics", "29")]
    [InlineData("{key: env, operator: Like, values: [x]}")]
    [InlineData("{key: env, operator: In}")]
    [InlineData("{key: env, operator: Exists, values: [x]}")]
    public void A_selector_that_the_API_would_refuse_is_told(string expression) =>
        Assert.True(OfTwoSpaces(Policy("shop/p", $"podSelector: {{matchExpressions: [{expression}]}}")).Problem(PolicyFault.BadSelector).IsRefused);

    [Fact]
    [Trait("Semantics", "29")]
    public void Labels_and_expressions_hold_together()
    {
        var scene = OfTwoSpaces(Policy("shop/p", "podSelector: {matchLabels: {app: web}, matchExpressions: [{key: app, operator: NotIn, values: [web]}]}"));

        Assert.Equal(Allowed, scene.Between("data/db", "shop/web"));
    }

    [Fact]
    [Trait("Semantics", "30")]
    public void Services_lead_to_pods_by_selector_or_slices_and_an_external_name_to_none()
    {
        var scene = OfTwoSpaces(
            "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: data}, spec: {selector: {app: db}, ports: [{port: 1}]}}",
            "{apiVersion: v1, kind: Service, metadata: {name: bare, namespace: data}, spec: {ports: [{port: 2}]}}",
            "{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: bare-x, namespace: data, labels: {kubernetes.io/service-name: bare}}, endpoints: [{addresses: [10.0.0.1], targetRef: {kind: Pod, name: job, namespace: data}}]}",
            "{apiVersion: v1, kind: Service, metadata: {name: out, namespace: data}, spec: {type: ExternalName, externalName: example.org, selector: {app: db}, ports: [{port: 3}]}}");

        Assert.Equal(["data/job:2", "data/db:1"], scene.Cluster.Services.OrderBy(s => s.Object.Name, StringComparer.Ordinal)
            .SelectMany(service => scene.Reach.ThroughService(scene["shop/web"], service)).Select(t => $"{t.Target.Workload.Namespace}/{t.Target.Workload.Name}:{t.Target.Port}"));
    }

    [Fact]
    [Trait("Semantics", "31")]
    public void What_was_not_read_makes_a_verdict_uncertain_and_never_more()
    {
        var scene = OfTwoSpaces(
            "{apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy, metadata: {name: x, namespace: data}, spec: {}}",
            "{apiVersion: apps/v1, kind: Deployment, metadata: {name: hollow, namespace: shop}, spec: {template: {metadata: {labels: {app: hollow}}}}}",
            Policy("shop/p", "podSelector: {matchLabels: {app: hollow}}, ingress: [{ports: [{port: http}]}]"));

        Assert.Equal((CannotTell, CannotTell), (scene.Between("shop/web", "data/db"), scene.Between("data/db", "shop/web")));
        Assert.Equal((CannotTell, Denied), (scene.Between("shop/web", "shop/hollow"), scene.Between("shop/web", "shop/hollow", protocol: Protocol.Udp)));
        Assert.Equal(Allowed, scene.Between("shop/web", "shop/api"));
    }

    [Fact]
    public void Every_verdict_is_explained_by_policy_and_rule_or_that_none_selects()
    {
        var scene = OfTwoSpaces(
            Policy("data/none", "podSelector: {}"), Policy("data/some", "podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {}}]}, {ports: [{port: 80}]}]"));

        var reasons = scene.Reach.Explain(scene["shop/web"], scene["data/db"]).Reasons;

        Assert.Equal((Direction.Egress, ReasonKind.NothingSelects), (reasons[0].Direction, reasons[0].Kind));
        var admitted = Assert.Single(reasons, r => r.Kind == ReasonKind.Admitted);
        Assert.Equal(("networking.k8s.io/NetworkPolicy/data/some", "spec.ingress[1]", "TCP 80"), (admitted.Policy, admitted.Evidence!.Path, admitted.Traffic.ToString()));
        Assert.Equal(["networking.k8s.io/NetworkPolicy/data/none", "networking.k8s.io/NetworkPolicy/data/some"], reasons.Where(r => r.Kind == ReasonKind.NotAdmitted).Select(r => r.Policy));
    }
}
