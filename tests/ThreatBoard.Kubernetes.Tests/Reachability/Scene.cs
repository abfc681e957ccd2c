using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Tests.Reachability;

/// <summary>A small cluster with the questions that tests about policies ask of it; pods are called <c>namespace/name</c>.</summary>
internal sealed class Scene
{
    private Scene(IEnumerable<string> documents, ReachSettings settings)
    {
        Reading = ManifestReader.Read([Upload.Pasted(string.Join("\n---\n", documents))]);
        Assert.DoesNotContain(Reading.Problems, p => p.Severity == ProblemSeverity.Refused);
        Cluster = Cluster.Of(Reading.Objects);
        Reach = new(Cluster, settings);
    }

    public ManifestReading Reading { get; }

    public Cluster Cluster { get; }

    public Reach Reach { get; }

    public Workload this[string name] => Cluster.Workloads.Single(w => $"{w.Namespace}/{w.Name}" == name);

    /// <summary>Namespaces shop (tier: front) and data (tier: back) with shop/web, shop/api, data/db and data/job, each labelled app: name, and the port "http" 8080.</summary>
    public static Scene OfTwoSpaces(params string[] documents) => OfTwoSpaces(ReachSettings.Default, documents);

    public static Scene OfTwoSpaces(ReachSettings settings, params string[] documents) => Of(settings,
    [
        Namespace("shop", "tier: front"), Namespace("data", "tier: back"),
        Pod("shop/web"), Pod("shop/api"), Pod("data/db"), Pod("data/job"), .. documents,
    ]);

    public static Scene Of(params string[] documents) => Of(ReachSettings.Default, documents);

    public static Scene Of(ReachSettings settings, params string[] documents) => new(documents, settings);

    public static string Namespace(string name, string labels = "") =>
        $"{{apiVersion: v1, kind: Namespace, metadata: {{name: {name}, labels: {{{labels}}}}}}}";

    /// <param name="name">As <c>shop/web</c>.</param>
    /// <param name="labels">Instead of <c>app: web</c>.</param>
    /// <param name="ports">The container's ports.</param>
    /// <param name="spec">More of the pod's specification.</param>
    /// <param name="status">The pod's status.</param>
    public static string Pod(string name, string? labels = null, string ports = "{name: http, containerPort: 8080}", string spec = "", string status = "") =>
        $"{{apiVersion: v1, kind: Pod, metadata: {{name: {name.Split('/')[1]}, namespace: {name.Split('/')[0]}, labels: {{{labels ?? $"app: {name.Split('/')[1]}"}}}}}, "
        + $"spec: {{containers: [{{name: c, image: c, ports: [{ports}]}}]{(spec.Length > 0 ? $", {spec}" : "")}}}, status: {{{status}}}}}";

    /// <param name="name">As <c>shop/policy</c>.</param>
    public static string Policy(string name, string spec) =>
        $"{{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {{name: {name.Split('/')[1]}, namespace: {name.Split('/')[0]}}}, spec: {{{spec}}}}}";

    public static string AdminPolicy(string name, int priority, string spec) =>
        $"{{apiVersion: policy.networking.k8s.io/v1alpha1, kind: AdminNetworkPolicy, metadata: {{name: {name}}}, spec: {{priority: {priority}, {spec}}}}}";

    public static string Baseline(string spec, string name = "default") =>
        $"{{apiVersion: policy.networking.k8s.io/v1alpha1, kind: BaselineAdminNetworkPolicy, metadata: {{name: {name}}}, spec: {{{spec}}}}}";

    public static string ClusterPolicy(string name, string tier, int priority, string spec) =>
        $"{{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: {{name: {name}}}, spec: {{tier: {tier}, priority: {priority}, {spec}}}}}";

    public Reachable Between(string from, string to, int port = 80, Protocol protocol = Protocol.Tcp) => Reach.Between(this[from], this[to]).Of(protocol, port);

    /// <summary>From an address outside to a pod.</summary>
    public Reachable From(string address, string to, int port = 80, Protocol protocol = Protocol.Tcp) => Reach.From(One(address), this[to]).Of(protocol, port);

    public Reachable To(string address, string from, int port = 80, Protocol protocol = Protocol.Tcp) => Reach.To(One(address), this[from]).Of(protocol, port);

    public PolicyProblem Problem(PolicyFault fault) => Assert.Single(Reach.Problems, problem => problem.Fault == fault);

    private static AddressSet One(string address) => AddressSet.Of(AddressRange.ParseAddress(address)!.Value);
}
