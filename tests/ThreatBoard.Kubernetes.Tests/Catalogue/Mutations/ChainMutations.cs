namespace ThreatBoard.Kubernetes.Tests.Catalogue.Mutations;

/// <summary>What makes the rules about paths (TB-CHAIN) find something.</summary>
internal static class ChainMutations
{
    private const string End = "\n---\n";
    private const string Ops = "apiVersion: v1\nkind: Pod\nmetadata: {name: ops, namespace: shop-web}\nspec: {serviceAccountName: ops, containers: [{name: c, image: ops}]}";

    private const string Admin = "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: ops}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}\n"
        + "subjects: [{kind: ServiceAccount, name: ops, namespace: shop-web}]\n";

    public static IEnumerable<Mutation> All { get; } =
    [
        Mutation.Beside("TB-CHAIN-01", Exposed("image: redis")),
        Mutation.Beside("TB-CHAIN-02", Ops + End + Admin),
        Mutation.Beside("TB-CHAIN-03", Ops + End + Admin + End + "apiVersion: v1\nkind: Pod\nmetadata: {name: agent, namespace: shop-api}\nspec: {containers: [{name: c, image: agent, securityContext: {privileged: true}}]}\n"),
    ];

    /// <summary>A pod that the Service of the front end selects too.</summary>
    internal static string Exposed(string container) =>
        $"apiVersion: v1\nkind: Pod\nmetadata: {{name: extra, namespace: shop-web, labels: {{app: storefront}}}}\nspec: {{containers: [{{name: c, ports: [{{name: http, containerPort: 8080}}], {container}}}]}}\n";

    /// <summary>A pod that holds the token of an account with a role.</summary>
    internal static string Holder(string role) => Ops + End + "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: ops, namespace: shop-web}\n"
        + $"roleRef: {{apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: {role}}}\nsubjects: [{{kind: ServiceAccount, name: ops, namespace: shop-web}}]\n";
}
