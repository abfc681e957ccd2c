namespace ThreatBoard.Kubernetes.Tests.Catalogue.Mutations;

/// <summary>What makes the rules about pods (TB-POD) find something.</summary>
internal static class PodMutations
{
    public static IEnumerable<Mutation> All { get; } =
    [
        new("TB-POD-01", "web.yaml", "      automountServiceAccountToken: false\n      securityContext:\n", "      hostPID: true\n      automountServiceAccountToken: false\n      securityContext:\n"),
        new("TB-POD-02", "web.yaml", "      automountServiceAccountToken: false\n      securityContext:\n", "      hostIPC: true\n      automountServiceAccountToken: false\n      securityContext:\n"),
        new("TB-POD-03", "web.yaml", "      automountServiceAccountToken: false\n      securityContext:\n", "      hostNetwork: true\n      automountServiceAccountToken: false\n      securityContext:\n"),
        new("TB-POD-04", "web.yaml", "containerPort: 8080\n", "containerPort: 8080\n              hostPort: 8080\n"),
        new("TB-POD-05", "web.yaml", "        - name: tmp\n          emptyDir:\n            sizeLimit: 16Mi\n", "        - name: tmp\n          hostPath:\n            path: /etc\n"),
        new("TB-POD-06", "web.yaml", "        - name: tmp\n          emptyDir:\n            sizeLimit: 16Mi\n", "        - name: tmp\n          hostPath:\n            path: /data\n"),
        new("TB-POD-07", "web.yaml", "        - name: tmp\n          emptyDir:\n            sizeLimit: 16Mi\n", "        - name: tmp\n          hostPath:\n            path: /srv/shop\n"),
        new("TB-POD-08", "web.yaml", "        - name: tmp\n          emptyDir:\n            sizeLimit: 16Mi\n", "        - name: tmp\n          hostPath:\n            path: /run/containerd/containerd.sock\n"),
        new("TB-POD-09", "web.yaml", "        - name: tmp\n          emptyDir:\n            sizeLimit: 16Mi\n", "        - name: tmp\n          nfs: {server: nfs.example.com, path: /}\n"),
        new("TB-POD-10", "web.yaml", "      containers:\n        - name: nginx\n", "      shareProcessNamespace: true\n      containers:\n        - name: helper\n          image: registry.example.com/example/helper@sha256:5555555555555555555555555555555555555555555555555555555555555555\n        - name: nginx\n"),
        new("TB-POD-11", "web.yaml", "        runAsNonRoot: true\n", "        runAsNonRoot: true\n        sysctls: [{name: kernel.msgmax, value: \"65536\"}]\n"),
        new("TB-POD-12", "web.yaml", "        runAsNonRoot: true\n", "        runAsNonRoot: true\n        windowsOptions: {hostProcess: true}\n"),
        new("TB-POD-13", "web.yaml", "      automountServiceAccountToken: false\n      securityContext:\n", "      tolerations: [{key: node-role.kubernetes.io/control-plane, operator: Exists, effect: NoSchedule}]\n      automountServiceAccountToken: false\n      securityContext:\n"),
        Mutation.Beside("TB-POD-14", "apiVersion: v1\nkind: Pod\nmetadata: {name: once, namespace: shop-web}\nspec: {containers: [{name: once}]}\n"),
        Mutation.Beside("TB-POD-15", "apiVersion: v1\nkind: Pod\nmetadata: {name: by-hand, namespace: shop-web, annotations: {kubernetes.io/config.source: file}}\nspec: {containers: [{name: c}]}\n"),
        Mutation.Beside("TB-POD-16", "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: nightly, namespace: shop-web}\nspec: {schedule: '@daily', jobTemplate: {spec: {template: {spec: {containers: [{name: c}]}}}}}\n"),
        new("TB-POD-17", "web.yaml", "        tier: web\n", "        tier: web\n        trust: untrusted\n"),
    ];
}
