namespace ThreatBoard.Kubernetes.Tests.Catalogue.Mutations;

/// <summary>What makes the rules about secrets (TB-SEC) find something.</summary>
internal static class SecretMutations
{
    public static IEnumerable<Mutation> All { get; } =
    [
        new("TB-SEC-01", "api.yaml", "            - name: DB_PASSWORD_FILE\n              value: /run/secrets/shop/db-password\n", "            - name: DB_PASSWORD\n              valueFrom: {secretKeyRef: {name: backend, key: db-password}}\n"),
        new("TB-SEC-02", "api.yaml", "            - name: DB_PASSWORD_FILE\n              value: /run/secrets/shop/db-password\n", "            - name: DB_PASSWORD\n              value: sample-only-not-a-secret\n"),
        new("TB-SEC-03", "api.yaml", "  LOG_LEVEL: info\n", "  LOG_LEVEL: info\n  DB_PASSWORD: sample-only-not-a-secret\n"),
        Mutation.Beside("TB-SEC-04", "apiVersion: v1\nkind: Secret\nmetadata: {name: backend, namespace: shop-api}\nstringData: {db-password: sample-only-not-a-secret}\n"),
        Mutation.Beside("TB-SEC-05", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: report, namespace: shop-data}\nspec: {template: {metadata: {labels: {app: report, tier: web}}, spec: {containers: [{name: c}], volumes: [{name: s, secret: {secretName: mysql-root}}]}}}\n"),
    ];
}
