using ThreatBoard.Kubernetes.Paths.Breakouts;

namespace ThreatBoard.Kubernetes.Tests.Paths;

public sealed class BreakoutTests
{
    [Theory]
    [InlineData("privileged", "", "securityContext: {privileged: true}")]
    [InlineData("privileged", "securityContext: {runAsNonRoot: true}", "securityContext: {privileged: true}")]
    [InlineData("host-processes", "hostPID: true", "")]
    [InlineData("capability", "", "securityContext: {capabilities: {add: [CAP_SYS_ADMIN]}}")]
    [InlineData("runtime-socket", "volumes: [{name: v, hostPath: {path: /var/run/docker.sock}}]", "volumeMounts: [{name: v, mountPath: /s, readOnly: true}]")]
    [InlineData("host-path", "volumes: [{name: v, hostPath: {path: /etc}}]", "volumeMounts: [{name: v, mountPath: /h}]")]
    [InlineData("host-path", "volumes: [{name: v, hostPath: {path: /var/lib/kubelet/pods}}]", "volumeMounts: [{name: v, mountPath: /h, readOnly: true}]")]
    public void A_way_out_is_found(string code, string pod, string container)
    {
        var way = Assert.Single(Breakout.WaysOut(Town.Of(Town.Pod("web", pod, container)).Workloads[0]));

        Assert.Equal(code, way.Code);
        Assert.NotEmpty(way.Evidence);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("hostIPC: true", "")]
    [InlineData("hostPID: true, securityContext: {runAsUser: 1000}", "")]
    [InlineData("", "securityContext: {capabilities: {add: [NET_BIND_SERVICE, SYS_PTRACE]}}")]
    [InlineData("volumes: [{name: v, hostPath: {path: /etc}}]", "")]
    [InlineData("volumes: [{name: v, hostPath: {path: /var/log}}]", "volumeMounts: [{name: v, mountPath: /h, readOnly: true}]")]
    [InlineData("volumes: [{name: v, hostPath: {path: /data/app}}]", "volumeMounts: [{name: v, mountPath: /h}]")]
    [InlineData("securityContext: {runAsNonRoot: true}, volumes: [{name: v, hostPath: {path: /etc}}]", "volumeMounts: [{name: v, mountPath: /h}]")]
    [InlineData("os: {name: windows}", "securityContext: {privileged: true}")]
    public void There_is_no_way_out(string pod, string container) =>
        Assert.Empty(Breakout.WaysOut(Town.Of(Town.Pod("web", pod, container)).Workloads[0]));
}
