namespace ThreatBoard.Kubernetes.Tests.Permissions;

/// <summary>Short ways to write roles and bindings in tests.</summary>
internal static class Rbac
{
    public static string ClusterRole(string name, params string[] rules) => Labelled(name, "{}", rules);

    public static string Labelled(string name, string labels, params string[] rules) =>
        $"{{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {{name: {name}, labels: {labels}}}, rules: [{string.Join(", ", rules)}]}}\n---\n";

    public static string Aggregated(string name, string label, string more = "") =>
        $"{{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {{name: {name}{more}}}, aggregationRule: {{clusterRoleSelectors: [{{matchLabels: {{{label}: 'true'}}}}]}}, rules: []}}\n---\n";

    public static string Role(string @namespace, string name, params string[] rules) =>
        $"{{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {{name: {name}, namespace: {@namespace}}}, rules: [{string.Join(", ", rules)}]}}\n---\n";

    public static string Rule(string resources, string verbs, string group = "''", string names = "") =>
        $"{{apiGroups: [{group}], resources: [{resources}], verbs: [{verbs}]{(names.Length > 0 ? $", resourceNames: [{names}]" : "")}}}";

    public static string Bind(string role, params string[] subjects) =>
        $"{{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {{name: {role}-all}}, roleRef: {{kind: ClusterRole, name: {role}}}, subjects: [{string.Join(", ", subjects)}]}}\n---\n";

    public static string BindIn(string @namespace, string kind, string role, params string[] subjects) =>
        $"{{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {{name: {role}-here, namespace: {@namespace}}}, roleRef: {{kind: {kind}, name: {role}}}, subjects: [{string.Join(", ", subjects)}]}}\n---\n";

    public static string Account(string @namespace, string name) => $"{{kind: ServiceAccount, name: {name}, namespace: {@namespace}}}";

    public static string Group(string name) => $"{{kind: Group, name: '{name}'}}";

    public static string User(string name) => $"{{kind: User, name: '{name}'}}";
}
