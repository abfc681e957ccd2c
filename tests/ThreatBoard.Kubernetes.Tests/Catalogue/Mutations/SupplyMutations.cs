namespace ThreatBoard.Kubernetes.Tests.Catalogue.Mutations;

/// <summary>What makes the rules about supply (TB-SUP) find something.</summary>
internal static class SupplyMutations
{
    public static IEnumerable<Mutation> All { get; } =
    [
        new("TB-SUP-01", "web.yaml", "nginx@sha256:1111111111111111111111111111111111111111111111111111111111111111", "nginx:latest"),
        new("TB-SUP-02", "web.yaml", "registry.example.com/library/nginx@", "docker.io/library/nginx@"),
        new("TB-SUP-03", "web.yaml", "object.spec.containers.all(c, c.image.startsWith('registry.example.com/') && c.image.contains('@sha256:'))", "object.metadata.name != 'test'"),
        Mutation.Beside("TB-SUP-04", "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: guard}\nwebhooks: [{name: guard.example.com, rules: [{apiGroups: [\"\"], resources: [pods]}], failurePolicy: Ignore, clientConfig: {caBundle: QQ==}}]\n"),
        Mutation.Beside("TB-SUP-05", "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: guard}\nwebhooks: [{name: guard.example.com, rules: [{apiGroups: [\"\"], resources: [pods]}], failurePolicy: Fail, clientConfig: {url: \"https://hooks.example.com/pods\", caBundle: QQ==}}]\n"),
    ];
}
