using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.PodSecurity.Checks;

/// <summary>What a pod may share with its node.</summary>
internal static class HostChecks
{
    private static readonly string[] s_probes = ["livenessProbe", "readinessProbe", "startupProbe"];
    private static readonly string[] s_hooks = ["postStart", "preStop"];

    public static PodSecurityCheck Namespaces { get; } = new(
        "hostNamespaces", PodSecurityLevel.Baseline, "shares no namespace of the node",
        (workload, _) => new[] { workload.Pod["hostNetwork"], workload.Pod["hostPID"], workload.Pod["hostIPC"] }.Where(shared => shared.Flag == true));

    public static PodSecurityCheck HostPaths { get; } = new(
        "hostPathVolumes", PodSecurityLevel.Baseline, "mounts no path of the node",
        (workload, _) => workload.Pod["volumes"].Items.Select(volume => volume["hostPath"]).Where(path => path.Exists));

    public static PodSecurityCheck Ports { get; } = new(
        "hostPorts", PodSecurityLevel.Baseline, "opens no port of the node",
        (workload, _) => workload.Containers.SelectMany(c => c.At["ports"].Items).Select(port => port["hostPort"]).Where(port => port.Number is not (null or 0)));

    public static PodSecurityCheck WindowsHostProcess { get; } = new(
        "windowsHostProcess", PodSecurityLevel.Baseline, "is no HostProcess of Windows",
        (workload, _) => SecurityContexts.Of(workload).Select(context => context["windowsOptions"]["hostProcess"]).Where(process => process.Flag == true));

    public static PodSecurityCheck ProbesAndLifecycle { get; } = new(
        "hostProbesAndHostLifecycle", PodSecurityLevel.Baseline, "sends probes and hooks to itself alone",
        (workload, _) => workload.Containers.SelectMany(HostsOf),
        Since: 34);

    /// <summary>The hosts that the kubelet is told to call for a container; Kubernetes' own loopback counts too.</summary>
    public static IEnumerable<Cursor> HostsOf(Container container) =>
        from handler in s_probes.Select(name => container.At[name]).Concat(s_hooks.Select(name => container.At["lifecycle"][name]))
        from host in new[] { handler["httpGet"]["host"], handler["tcpSocket"]["host"] }
        where host.Text is { Length: > 0 }
        select host;
}
