using ThreatBoard.Kubernetes.PodSecurity;

namespace ThreatBoard.Kubernetes.Tests.PodSecurity;

public sealed class PodSecurityChecksTests
{
    /// <summary>Passes the restricted level of every version.</summary>
    private const string Good = "securityContext: {allowPrivilegeEscalation: false, runAsNonRoot: true, capabilities: {drop: [ALL]}, seccompProfile: {type: RuntimeDefault}}";

    [Theory]
    [InlineData("hostNamespaces", PodSecurityLevel.Privileged, "", "hostPID: true")]
    [InlineData("hostNamespaces", PodSecurityLevel.Privileged, "", "hostNetwork: true")]
    [InlineData("privileged", PodSecurityLevel.Privileged, "securityContext: {privileged: true}", "")]
    [InlineData("privileged", PodSecurityLevel.Privileged, "", "ephemeralContainers: [{name: e, securityContext: {privileged: true}}]")]
    [InlineData("capabilities_baseline", PodSecurityLevel.Privileged, "securityContext: {capabilities: {add: [SYS_ADMIN]}}", "")]
    [InlineData("capabilities_baseline", PodSecurityLevel.Privileged, "securityContext: {capabilities: {add: [CAP_CHOWN]}}", "")]
    [InlineData("hostPathVolumes", PodSecurityLevel.Privileged, "", "volumes: [{name: v, hostPath: {path: /data}}]")]
    [InlineData("hostPorts", PodSecurityLevel.Privileged, "ports: [{containerPort: 80, hostPort: 80}]", "")]
    [InlineData("appArmorProfile", PodSecurityLevel.Privileged, "securityContext: {appArmorProfile: {type: Unconfined}}", "")]
    [InlineData("seLinuxOptions", PodSecurityLevel.Privileged, "", "securityContext: {seLinuxOptions: {type: spc_t}}")]
    [InlineData("seLinuxOptions", PodSecurityLevel.Privileged, "", "securityContext: {seLinuxOptions: {role: r}}")]
    [InlineData("procMount", PodSecurityLevel.Privileged, "securityContext: {procMount: Unmasked}", "")]
    [InlineData("seccompProfile_baseline", PodSecurityLevel.Privileged, "", "securityContext: {seccompProfile: {type: Unconfined}}")]
    [InlineData("sysctls", PodSecurityLevel.Privileged, "", "securityContext: {sysctls: [{name: kernel.msgmax, value: '1'}]}")]
    [InlineData("windowsHostProcess", PodSecurityLevel.Privileged, "", "securityContext: {windowsOptions: {hostProcess: true}}")]
    [InlineData("hostProbesAndHostLifecycle", PodSecurityLevel.Privileged, "lifecycle: {preStop: {httpGet: {host: a.example, port: 1}}}", "")]
    [InlineData("restrictedVolumes", PodSecurityLevel.Baseline, Good, "volumes: [{name: v, nfs: {server: s, path: /}}]")]
    [InlineData("allowPrivilegeEscalation", PodSecurityLevel.Baseline, "", "")]
    [InlineData("runAsNonRoot", PodSecurityLevel.Baseline, Good, "securityContext: {runAsNonRoot: false}")]
    [InlineData("runAsUser", PodSecurityLevel.Baseline, Good, "securityContext: {runAsUser: 0}")]
    [InlineData("seccompProfile_restricted", PodSecurityLevel.Baseline, "securityContext: {allowPrivilegeEscalation: false}", "")]
    [InlineData("capabilities_restricted", PodSecurityLevel.Baseline, "securityContext: {capabilities: {drop: [NET_RAW]}}", "")]
    [InlineData("capabilities_restricted", PodSecurityLevel.Baseline, "securityContext: {capabilities: {drop: [ALL], add: [CHOWN]}}", "")]
    [InlineData("procMount_restricted", PodSecurityLevel.Baseline, "securityContext: {procMount: Unmasked}", "hostUsers: false")]
    public void What_a_check_refuses_is_named_with_its_place_and_lowers_the_level(string check, PodSecurityLevel level, string container, string pod)
    {
        var cluster = TestModel.OfPod(container, pod).Cluster;

        var violation = Assert.Single(PodSecurityLevels.Violations(cluster.Workloads[0], PodSecurityLevel.Restricted), v => v.Check.Name == check);

        Assert.StartsWith("spec.template.spec", violation.Evidence[0].Path, StringComparison.Ordinal);
        Assert.Equal(level, cluster.PodSecurity.LevelOf(cluster.Workloads[0]));
    }

    [Theory]
    [InlineData(Good, "")]
    [InlineData(Good, "volumes: [{name: v, emptyDir: {}}, {name: w}, {name: x, image: {reference: r}}]")]
    [InlineData(Good, "securityContext: {sysctls: [{name: net.ipv4.tcp_syncookies, value: '1'}], seLinuxOptions: {type: container_t}}")]
    [InlineData("ports: [{containerPort: 80, hostPort: 0}]\n" + Good, "")]
    [InlineData("", "os: {name: windows}\nsecurityContext: {runAsNonRoot: true}")]
    public void What_no_check_refuses_is_restricted(string container, string pod)
    {
        var cluster = TestModel.OfPod(container, pod).Cluster;

        Assert.Empty(PodSecurityLevels.Violations(cluster.Workloads[0], PodSecurityLevel.Restricted).Select(v => v.Check.Name));
        Assert.Equal(PodSecurityLevel.Restricted, cluster.PodSecurity.LevelOf(cluster.Workloads[0]));
    }

    [Theory]
    [InlineData("allowPrivilegeEscalation", "v1.7", "v1.8", "", "")]
    [InlineData("runAsUser", "v1.22", "v1.23", "securityContext: {runAsUser: 0}", "")]
    [InlineData("capabilities_restricted", "v1.21", "v1.22", "", "")]
    [InlineData("hostProbesAndHostLifecycle", "v1.33", "latest", "livenessProbe: {tcpSocket: {host: h, port: 1}}", "")]
    [InlineData("sysctls", "latest", "v1.26", "", "securityContext: {sysctls: [{name: net.ipv4.ip_local_reserved_ports, value: '1'}]}")]
    [InlineData("sysctls", "latest", "v1.36", "", "securityContext: {sysctls: [{name: net.ipv4.tcp_notsent_lowat, value: '1'}]}")]
    [InlineData("seLinuxOptions", "v1.31", "v1.30", "", "securityContext: {seLinuxOptions: {type: container_engine_t}}")]
    [InlineData("runAsNonRoot", "v1.35", "v1.34", "", "hostUsers: false")]
    [InlineData("procMount", "v1.35", "v1.34", "securityContext: {procMount: Unmasked}", "hostUsers: false")]
    [InlineData("allowPrivilegeEscalation", "v1.25", "v1.24", "", "os: {name: windows}")]
    public void The_version_decides(string check, string passes, string fails, string container, string pod)
    {
        var workload = TestModel.OfPod(container, pod).Cluster.Workloads[0];

        Assert.DoesNotContain(check, Names(passes));
        Assert.Contains(check, Names(fails));

        IEnumerable<string> Names(string version) =>
            PodSecurityLevels.Violations(workload, PodSecurityLevel.Restricted, PodSecurityVersion.Parse(version)).Select(v => v.Check.Name);
    }

    [Theory]
    [InlineData(", annotations: {seccomp.security.alpha.kubernetes.io/pod: unconfined}", "v1.18", "seccompProfile_baseline")]
    [InlineData(", annotations: {container.apparmor.security.beta.kubernetes.io/c: unconfined}", "latest", "appArmorProfile")]
    public void Annotations_of_former_days_count(string template, string version, string check)
    {
        var workload = TestModel.OfPod(template: template).Cluster.Workloads[0];

        Assert.Equal([check], PodSecurityLevels.Violations(workload, PodSecurityLevel.Baseline, PodSecurityVersion.Parse(version)).Select(v => v.Check.Name));
    }

    [Fact]
    public void A_container_that_says_nothing_takes_the_word_of_its_pod_and_a_wrong_word_counts_wherever_it_stands()
    {
        Assert.Equal(["spec.template.spec.containers[0].securityContext.runAsNonRoot"], Places("securityContext: {runAsNonRoot: false}", "securityContext: {runAsNonRoot: true}"));
        Assert.Equal(["spec.template.spec.securityContext.runAsNonRoot"], Places("securityContext: {runAsNonRoot: true}", "securityContext: {runAsNonRoot: false}"));
        Assert.Equal(["spec.template.spec.containers[0].securityContext.runAsNonRoot"], Places("", ""));
        Assert.Empty(Places("", "securityContext: {runAsNonRoot: true}"));

        static IEnumerable<string> Places(string container, string pod) =>
            PodSecurityLevels.Violations(TestModel.OfPod(container, pod).Cluster.Workloads[0], PodSecurityLevel.Restricted)
                .Where(v => v.Check.Name == "runAsNonRoot").SelectMany(v => v.Evidence).Select(e => e.Path);
    }
}
