using System.Text;

namespace ThreatBoard.Testing;

/// <summary>Manifests of a made-up cluster of any size: exposed, guarded, powerful and escaping pods in the shares that real clusters have; the same for the same size.</summary>
public static class GeneratedTown
{
    private const int Namespaces = 50;
    private const int Machines = 100;

    /// <param name="containers">Two to a pod.</param>
    public static string Of(int containers)
    {
        var (text, pods) = (new StringBuilder(), containers / 2);
        for (var i = 0; i < Machines; i++) text.Append($"{{apiVersion: v1, kind: Node, metadata: {{name: n{i}{(i < 3 ? ", labels: {node-role.kubernetes.io/control-plane: ''}" : "")}}}}}\n---\n");
        for (var i = 0; i < Namespaces; i++) Namespace(text, i);
        for (var i = 0; i < pods; i++) Pod(text, i);
        for (var i = 0; i < Math.Max(pods / 5, 1); i++) Policy(text, i);
        return text.ToString();
    }

    private static void Namespace(StringBuilder text, int i)
    {
        text.Append($"{{apiVersion: v1, kind: Namespace, metadata: {{name: ns{i}{(i % 3 == 0 ? ", labels: {pod-security.kubernetes.io/enforce: baseline}" : "")}}}}}\n---\n");
        for (var s = 0; s < 10; s++) text.Append($"{{apiVersion: v1, kind: Secret, metadata: {{name: s{s}, namespace: ns{i}}}}}\n---\n");
        var (resources, verbs) = (i % 5) switch
        {
            0 => ("secrets", "get, list"),
            1 => ("pods/exec", "create"),
            2 => ("pods", "create"),
            _ => ("configmaps", "get"),
        };
        text.Append($"{{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {{name: r{i}}}, rules: [{{apiGroups: [''], resources: [{resources}], verbs: [{verbs}]}}]}}\n---\n");
        var kind = i % 10 == 0 ? "ClusterRoleBinding" : "RoleBinding";
        text.Append($"{{apiVersion: rbac.authorization.k8s.io/v1, kind: {kind}, metadata: {{name: b{i}{(i % 10 == 0 ? "" : $", namespace: ns{i}")}}}, roleRef: {{kind: ClusterRole, name: r{i}}}, "
            + $"subjects: [{{kind: ServiceAccount, name: a{i}, namespace: ns{i}}}, {{kind: Group, name: 'system:serviceaccounts:ns{(i + 1) % Namespaces}'}}]}}\n---\n");
        if (i == 7) text.Append("{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: admin}, roleRef: {kind: ClusterRole, name: cluster-admin}, subjects: [{kind: ServiceAccount, name: a7, namespace: ns7}]}\n---\n");
    }

    private static void Pod(StringBuilder text, int i)
    {
        var home = i % Namespaces;
        var kind = i % 250 == 0 ? "DaemonSet" : "Deployment";
        var image = i % 20 == 3 ? "postgres" : "app";
        text.Append($"{{apiVersion: apps/v1, kind: {kind}, metadata: {{name: p{i}, namespace: ns{home}}}, spec: {{template: {{metadata: {{labels: {{app: p{i}, tier: t{i % 4}}}}}, spec: {{")
            .Append($"serviceAccountName: {(i % 7 == 0 ? $"a{home}" : "plain")}, {(i % 3 == 0 ? $"nodeName: n{i % Machines}, " : "")}containers: [")
            .Append($"{{name: c, image: {image}, ports: [{{containerPort: {8000 + (i % 20)}}}]{(i % 100 == 1 ? ", securityContext: {privileged: true}" : "")}, envFrom: [{{secretRef: {{name: s{i % 10}}}}}]}}, {{name: side, image: proxy}}]}}}}}}}}\n---\n");
        if (i % 25 == 0) text.Append($"{{apiVersion: v1, kind: Service, metadata: {{name: p{i}, namespace: ns{home}}}, spec: {{type: LoadBalancer, selector: {{app: p{i}}}, ports: [{{port: {8000 + (i % 20)}}}]}}}}\n---\n");
    }

    private static void Policy(StringBuilder text, int i) => text.Append(
        $"{{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {{name: np{i}, namespace: ns{i % Namespaces}}}, spec: {{podSelector: {{matchLabels: {{tier: t{i % 4}, app: p{i * 3}}}}}, policyTypes: [Ingress], "
        + $"ingress: [{{from: [{{namespaceSelector: {{matchLabels: {{kubernetes.io/metadata.name: ns{(i + 1) % Namespaces}}}}}, podSelector: {{matchLabels: {{tier: t{(i + 1) % 4}}}}}}}]}}]}}}}\n---\n");
}
