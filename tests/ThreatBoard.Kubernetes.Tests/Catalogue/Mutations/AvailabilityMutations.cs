namespace ThreatBoard.Kubernetes.Tests.Catalogue.Mutations;

/// <summary>What makes the rules about availability (TB-AVL) find something.</summary>
internal static class AvailabilityMutations
{
    public static IEnumerable<Mutation> All { get; } =
    [
        new("TB-AVL-01", "web.yaml", "              memory: 512Mi\n", ""),
        new("TB-AVL-02", "web.yaml", "            requests:\n              cpu: 100m\n              memory: 128Mi\n            limits:\n              cpu: \"1\"\n", "            limits:\n"),
        new("TB-AVL-03", "web.yaml", "kind: ResourceQuota\n", "kind: ConfigMap\n"),
        new("TB-AVL-04", "web.yaml", "  replicas: 2\n", "  replicas: 1\n"),
        new("TB-AVL-05", "web.yaml", "          readinessProbe:\n            tcpSocket:\n              port: http\n          livenessProbe:\n            tcpSocket:\n              port: http\n", ""),
        new("TB-AVL-06", "web.yaml", "        - name: tmp\n          emptyDir:\n            sizeLimit: 16Mi\n", "        - name: tmp\n          emptyDir: {}\n"),
    ];
}
