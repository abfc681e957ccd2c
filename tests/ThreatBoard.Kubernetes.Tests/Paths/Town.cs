using ThreatBoard.Kubernetes.Paths;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Tests.Paths;

/// <summary>Short ways to write small clusters in tests, and to read what their attack graphs say.</summary>
internal static class Town
{
    public static AttackGraph Graph(params string[] parts) => Of(parts).Attack;

    public static Cluster Of(params string[] parts) => Cluster.Of(Reading.Of(string.Concat(parts)).Objects);

    /// <summary>A Deployment of one container that listens; more of the pod and of the container as flow YAML.</summary>
    public static string Pod(string name, string pod = "", string container = "", int port = 8080, string image = "app", string @namespace = "shop", string kind = "Deployment") =>
        $"{{apiVersion: apps/v1, kind: {kind}, metadata: {{name: {name}, namespace: {@namespace}}}, spec: {{selector: {{matchLabels: {{app: {name}}}}}, template: {{metadata: {{labels: {{app: {name}}}}}, "
        + $"spec: {{{(pod.Length > 0 ? pod + ", " : "")}containers: [{{name: c, image: {image}{(port > 0 ? $", ports: [{{containerPort: {port}}}]" : "")}{(container.Length > 0 ? ", " + container : "")}}}]}}}}}}}}\n---\n";

    public static string Service(string name, int port = 8080, string type = "ClusterIP", string @namespace = "shop") =>
        $"{{apiVersion: v1, kind: Service, metadata: {{name: {name}, namespace: {@namespace}}}, spec: {{type: {type}, selector: {{app: {name}}}, ports: [{{port: {port}}}]}}}}\n---\n";

    public static string Namespace(string name, string labels = "{}") => $"{{apiVersion: v1, kind: Namespace, metadata: {{name: {name}, labels: {labels}}}}}\n---\n";

    public static string Secret(string name, string @namespace = "shop", string more = "") =>
        $"{{apiVersion: v1, kind: Secret, metadata: {{name: {name}, namespace: {@namespace}{more}}}}}\n---\n";

    /// <summary>Nobody gets in, but pods with the label <c>app</c> of one name.</summary>
    public static string OnlyFrom(string name, string from) =>
        $"{{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {{name: {name}, namespace: shop}}, spec: {{podSelector: {{matchLabels: {{app: {name}}}}}, policyTypes: [Ingress], "
        + $"ingress: [{(from.Length > 0 ? $"{{from: [{{podSelector: {{matchLabels: {{app: {from}}}}}}}]}}" : "")}]}}}}\n---\n";

    public static AttackNode Node(this AttackGraph graph, string name) => Assert.Single(graph.Named(name));

    /// <summary>A shortest path as words, or that there is none.</summary>
    public static string Way(this AttackGraph graph, string from, string to) => graph.Path(graph.Node(from), graph.Node(to))?.ToString() ?? "no way";

    /// <summary>The codes of a shortest path's steps.</summary>
    public static string Codes(this AttackGraph graph, string from, string to) =>
        graph.Path(graph.Node(from), graph.Node(to)) is { } path ? string.Join(" ", path.Steps.Select(step => step.Code)) : "no way";
}
