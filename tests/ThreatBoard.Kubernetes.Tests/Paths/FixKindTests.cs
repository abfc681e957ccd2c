using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue;
using ThreatBoard.Kubernetes.Paths;
using ThreatBoard.Kubernetes.Paths.Fixes;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Tests.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Tests.Paths;

/// <summary>Every kind of fix alone: its YAML applied and all analysed again, and no kind is without a case.</summary>
public sealed class FixKindTests(ITestOutputHelper output)
{
    private const string Behind = "{parentRefs: [{name: gate}], hostnames: [a.example], rules: [{backendRefs: [{name: app, port: 8080}]}]}";

    private static readonly string s_shop = Town.Pod("web", "", "env: [{name: API_URL, value: 'http://api:8080'}]") + Town.Service("web", type: "LoadBalancer")
        + Town.Pod("api", "", "env: [{name: DB_HOST, value: db}]") + Town.Service("api") + Town.Pod("db", image: "mysql", port: 3306) + Town.Service("db", 3306);

    private static readonly string s_bare = Town.Pod("app", "", "env: [{name: DB_HOST, value: db}]") + Town.Pod("db", image: "mysql", port: 3306) + Town.Service("db", 3306);

    private static readonly string s_admin = Rbac.Bind("cluster-admin", Rbac.Account("shop", "ops"));

    private static readonly string s_maker = Rbac.ClusterRole("maker", Rbac.Rule("pods", "create")) + Rbac.BindIn("shop", "ClusterRole", "maker", Rbac.Account("shop", "ops"));

    /// <summary>Kind of fix, a finding that it takes away, manifests, and a path that it cuts.</summary>
    public static TheoryData<string, string, string, string, string> Cases => new()
    {
        { nameof(ConfinePod), "TB-CTR-01", s_shop + Town.Pod("bad", "", "securityContext: {privileged: true}"), "shop/bad/c", "Node/?" },
        { nameof(ConfinePod), "TB-CTR-01", s_shop + Scheduled("bad", "", "securityContext: {privileged: true}"), "shop/bad/c", "Node/?" },
        { nameof(ConfinePod), "TB-POD-01", s_shop + Bare("bad", "hostPID: true"), "shop/bad/c", "Node/?" },
        { nameof(TakeRole), "TB-RBAC-03", s_shop + Town.Pod("ops", "serviceAccountName: ops") + s_admin, "shop/ops/c", "api-server" },
        { nameof(WithholdToken), "TB-SA-03", s_shop + Town.Pod("ops", "serviceAccountName: ops") + s_admin, "shop/ops/c", "api-server" },
        { nameof(WithholdToken), "TB-CHAIN-02", s_shop + Scheduled("ops", "serviceAccountName: ops") + s_admin, "shop/ops/c", "api-server" },
        { nameof(WithholdToken), "TB-SA-03", s_shop + Town.Pod("ops", "serviceAccountName: ops, automountServiceAccountToken: true", kind: "StatefulSet") + s_admin, "shop/ops/c", "api-server" },
        { nameof(LeaveHostNetwork), "TB-POD-03", s_shop + Guarded() + Town.Pod("agent", "hostNetwork: true, nodeName: n1"), "shop/agent/c", "shop/vault/c" },
        { nameof(LeaveHostNetwork), "TB-POD-03", s_shop + Guarded() + Town.Pod("agent", "hostNetwork: true, nodeName: n1, dnsPolicy: ClusterFirstWithHostNet", kind: "StatefulSet") + Town.OnlyFrom("agent", "web"), "shop/agent/c", "shop/vault/c" },
        { nameof(EnforceBaseline), "TB-NS-01", s_shop + Town.Namespace("shop") + Town.Pod("ops", "serviceAccountName: ops") + s_maker, "ServiceAccount/shop/ops", "Node/?" },
        { nameof(EnforceBaseline), "TB-NS-02", s_shop + Town.Namespace("shop", "{pod-security.kubernetes.io/enforce: privileged, team: a}") + Town.Pod("ops", "serviceAccountName: ops") + s_maker, "ServiceAccount/shop/ops", "Node/?" },
        { nameof(EnforceBaseline), "TB-NS-01", s_shop + Town.Pod("ops", "serviceAccountName: ops") + s_maker, "ServiceAccount/shop/ops", "Node/?" },
        { nameof(AdmitDeclared), "TB-NET-01", s_shop + Town.Pod("side") + Town.Pod("alone"), "shop/side/c", "shop/alone/c" },
        { nameof(CloseEntry), "TB-EXP-01", s_bare + Opening("{name: app, namespace: shop}", "type: LoadBalancer, loadBalancerIP: 10.0.0.9, externalTrafficPolicy: Local, healthCheckNodePort: 31000", "nodePort: 30001"), "internet", "shop/app/c" },
        { nameof(CloseEntry), "TB-EXP-02", s_bare + Opening("{name: app, namespace: shop}", "type: NodePort", "nodePort: 30001"), "internet", "shop/app/c" },
        { nameof(CloseEntry), "TB-EXP-03", s_bare + Opening("{name: app, namespace: shop}", "externalIPs: [198.51.100.7]"), "internet", "shop/app/c" },
        { nameof(CloseEntry), "TB-EXP-04", s_bare + Town.Service("app") + Routed("networking.k8s.io/v1", "Ingress", "{rules: [{host: a.example, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: app, port: {number: 8080}}}}]}}]}"), "internet", "shop/app/c" },
        { nameof(CloseEntry), "TB-CHAIN-01", s_bare + Town.Service("app") + Routed("route.openshift.io/v1", "Route", "{host: a.example, to: {kind: Service, name: app}}"), "internet", "shop/app/c" },
        { nameof(CloseEntry), "TB-CHAIN-01", s_bare + Town.Service("app") + Gateway("HTTP") + Routed("gateway.networking.k8s.io/v1", "HTTPRoute", Behind), "internet", "shop/app/c" },
        { nameof(CloseEntry), "TB-CHAIN-01", s_bare + Town.Service("app") + Gateway("HTTP") + Routed("gateway.networking.k8s.io/v1", "GRPCRoute", Behind), "internet", "shop/app/c" },
        { nameof(CloseEntry), "TB-CHAIN-01", s_bare + Town.Service("app") + Gateway("TLS") + Routed("gateway.networking.k8s.io/v1alpha2", "TLSRoute", Behind), "internet", "shop/app/c" },
        { nameof(CloseEntry), "TB-CHAIN-01", s_bare + Town.Service("app") + "{apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: gate, namespace: shop}, spec: {servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ['a.example']}]}}\n---\n"
            + Routed("networking.istio.io/v1", "VirtualService", "{hosts: [a.example], gateways: [gate], http: [{route: [{destination: {host: app, port: {number: 8080}}}]}]}"), "internet", "shop/app/c" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Applied_alone_it_cuts_its_path_and_brings_nothing_new(string kind, string code, string yaml, string from, string to)
    {
        var model = TestModel.Of(yaml);
        var graph = model.Cluster.Attack;
        var path = graph.Path(graph.Node(from), graph.Node(to));
        Assert.True(path is not null, $"{from} does not lead to {to}");
        var fix = path.Steps.SelectMany(graph.FixesOf).First(f => f.GetType().Name == kind);

        var what = WhatIf.With(graph, [fix]);

        var (was, now) = (model.AllFindings(), KubernetesRules.FindingsIn(what.After));
        foreach (var patch in fix.Patches) output.WriteLine(patch.Yaml);
        output.WriteLine($"gone: {string.Join(", ", was.ExceptBy(now.Select(f => f.Key), f => f.Key).Select(f => f.Card.Code))}");
        Assert.NotEmpty(fix.Patches);
        Assert.False(what.Reaches(path.Start, path.End), $"{from} still leads to {to}");
        Assert.Empty(now.ExceptBy(was.Select(f => f.Key), f => f.Key).Select(f => $"new: {f.Card.Code} {f.Because}"));
        Assert.True(was.Count(f => f.Card.Code == code) > now.Count(f => f.Card.Code == code), $"{fix} leaves {code}");
        DeclaredFlowsStay(model, what.After);
    }

    [Fact]
    public void No_kind_of_fix_is_without_a_case()
    {
        var kinds = typeof(Fix).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Fix)) && !type.IsAbstract).Select(type => type.Name);

        Assert.Equal(kinds.Order(StringComparer.Ordinal), Cases.Select(row => row.Data.Item1).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>The API refuses a Service of the cluster alone that keeps what only an open one may have.</summary>
    [Fact]
    public void A_closed_service_keeps_nothing_that_only_an_open_one_may_have()
    {
        var graph = Town.Graph(s_bare, Opening(
            "{name: app, namespace: shop}", "type: LoadBalancer, loadBalancerSourceRanges: [0.0.0.0/0], externalTrafficPolicy: Local, allocateLoadBalancerNodePorts: true, healthCheckNodePort: 31000", "nodePort: 30001"));
        var fix = graph.Path(graph.Internet, graph.Node("shop/app/c"))!.Steps.SelectMany(graph.FixesOf).Single(f => f is CloseEntry);

        var service = WhatIf.With(graph, [fix]).After.Services.Single(s => s.Object.Name == "app");

        Assert.Equal(["ports", "selector", "type"], service.Spec.Entries.Select(entry => entry.Key));
        Assert.Equal([("8080", "TCP", "-"), ("8080", "UDP", "-")], service.Spec["ports"].Items.Select(p => (p["port"].Text, p["protocol"].Text ?? "TCP", p["nodePort"].Text ?? "-")));
    }

    private static void DeclaredFlowsStay(TestModel model, Cluster after)
    {
        foreach (var flow in model.Graph.Flows.Where(f => f.Port is not null))
        {
            var (from, to) = (model.Cluster.Attack.Of(EntityRef.To(model.Graph.From(flow))), model.Cluster.Attack.Of(EntityRef.To(model.Graph.To(flow))));
            if (to?.Workload is null || from is null) continue;
            var target = after.Workloads.Single(w => w.Name == to.Workload.Name);
            var verdict = from.Workload is { } source ? after.Reach.Between(after.Workloads.Single(w => w.Name == source.Name), target) : after.Reach.FromInternet(target);
            Assert.Equal(Reachable.Allowed, verdict.Of(Protocol.Tcp, flow.Port!.Value));
        }
    }

    /// <summary>A vault on one node that no pod may call.</summary>
    private static string Guarded() => Town.Pod("vault", "nodeName: n1") + Town.OnlyFrom("vault", "") + "{apiVersion: v1, kind: Node, metadata: {name: n1}}\n---\n";

    private static string Opening(string metadata, string spec, string port = "") =>
        $"{{apiVersion: v1, kind: Service, metadata: {metadata}, spec: {{{spec}, selector: {{app: app}}, ports: [{{name: tcp, port: 8080{(port.Length > 0 ? $", {port}" : "")}}}, {{name: udp, port: 8080, protocol: UDP{(port.Length > 0 ? $", {port}" : "")}}}]}}}}\n---\n";

    private static string Routed(string apiVersion, string kind, string spec) => $"{{apiVersion: {apiVersion}, kind: {kind}, metadata: {{name: way, namespace: shop}}, spec: {spec}}}\n---\n";

    private static string Gateway(string protocol) =>
        $"{{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {{name: gate, namespace: shop}}, spec: {{gatewayClassName: any, listeners: [{{name: l, port: 443, protocol: {protocol}{(protocol == "TLS" ? ", tls: {mode: Passthrough}" : "")}}}]}}}}\n---\n";

    private static string Bare(string name, string pod) => $"{{apiVersion: v1, kind: Pod, metadata: {{name: {name}, namespace: shop, labels: {{app: {name}}}}}, spec: {{{pod}, containers: [{{name: c, image: app, ports: [{{containerPort: 8080}}]}}]}}}}\n---\n";

    private static string Scheduled(string name, string pod, string container = "") =>
        $"{{apiVersion: batch/v1, kind: CronJob, metadata: {{name: {name}, namespace: shop}}, spec: {{schedule: '* * * * *', jobTemplate: {{spec: {{template: {{metadata: {{labels: {{app: {name}}}}}, "
        + $"spec: {{{(pod.Length > 0 ? pod + ", " : "")}restartPolicy: Never, containers: [{{name: c, image: app{(container.Length > 0 ? ", " + container : "")}}}]}}}}}}}}}}}}\n---\n";
}
