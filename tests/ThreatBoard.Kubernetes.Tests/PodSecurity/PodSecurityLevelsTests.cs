using ThreatBoard.Kubernetes.PodSecurity;
using ThreatBoard.Kubernetes.Samples;

namespace ThreatBoard.Kubernetes.Tests.PodSecurity;

public sealed class PodSecurityLevelsTests
{
    private const string Good = "securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}, containers: [{name: c, securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}]";

    [Fact]
    public void A_namespace_could_enforce_what_its_weakest_pod_passes()
    {
        Assert.Equal(PodSecurityLevel.Restricted, Strictest(Pod("a", Good)));
        Assert.Equal(PodSecurityLevel.Baseline, Strictest(Pod("a", Good), Pod("b", "containers: [{name: c}]")));
        Assert.Equal(PodSecurityLevel.Privileged, Strictest(Pod("a", Good), Pod("b", "containers: [{name: c}]"), Pod("c", "hostIPC: true")));
    }

    [Theory]
    [InlineData("", PodSecurityLevel.Privileged)]
    [InlineData("pod-security.kubernetes.io/enforce: baseline", PodSecurityLevel.Baseline)]
    [InlineData("pod-security.kubernetes.io/enforce: restricted", PodSecurityLevel.Restricted)]
    [InlineData("pod-security.kubernetes.io/enforce: strickt", PodSecurityLevel.Restricted)]
    [InlineData("pod-security.kubernetes.io/warn: restricted", PodSecurityLevel.Privileged)]
    public void A_namespace_enforces_what_its_label_says(string label, PodSecurityLevel level) =>
        Assert.Equal(level, Of(Namespace(label)).In("shop").Enforced);

    [Fact]
    public void What_a_namespace_enforces_is_unknown_without_it() => Assert.Null(Of(Pod("a", Good)).In("shop").Enforced);

    [Fact]
    public void The_version_of_the_label_decides_what_is_forbidden()
    {
        var pod = Pod("a", "containers: [{name: c, livenessProbe: {tcpSocket: {host: h, port: 1}}}]");
        var old = TestModel.Of(Namespace("pod-security.kubernetes.io/enforce: baseline, pod-security.kubernetes.io/enforce-version: v1.30") + pod).Cluster;
        var now = TestModel.Of(Namespace("pod-security.kubernetes.io/enforce: baseline") + pod).Cluster;

        Assert.Equal((30, 37), (old.PodSecurity.In("shop").Version.Minor, now.PodSecurity.In("shop").Version.Minor));
        Assert.Empty(old.PodSecurity.Forbidden(old.Workloads[0]));
        Assert.Equal("hostProbesAndHostLifecycle", Assert.Single(now.PodSecurity.Forbidden(now.Workloads[0])).Check.Name);
        Assert.Equal(PodSecurityLevel.Privileged, now.PodSecurity.In("shop").Strictest);
    }

    [Theory]
    [InlineData("latest", 37)]
    [InlineData("v1.9", 9)]
    [InlineData("v1.99", 37)]
    [InlineData("1.20", 37)]
    [InlineData("v1.-3", 37)]
    [InlineData(null, 37)]
    public void What_is_no_known_version_is_the_latest(string? text, int minor) => Assert.Equal(minor, PodSecurityVersion.Parse(text).Minor);

    [Fact]
    public void The_hardened_sample_is_restricted_everywhere_and_the_weak_one_nowhere()
    {
        var (hardened, weak) = (TestModel.Of(Sample.Hardened).Cluster, TestModel.Of(Sample.Weak).Cluster);

        Assert.All(hardened.Namespaces, name => Assert.Equal((PodSecurityLevel.Restricted, PodSecurityLevel.Restricted), (hardened.PodSecurity.In(name).Enforced, hardened.PodSecurity.In(name).Strictest)));
        Assert.DoesNotContain(PodSecurityLevel.Restricted, weak.Workloads.Select(w => weak.PodSecurity.LevelOf(w)));
    }

    private static PodSecurityLevel Strictest(params string[] pods) => Of(string.Concat(pods)).In("shop").Strictest;

    private static PodSecurityLevels Of(string yaml) => TestModel.Of(yaml).Cluster.PodSecurity;

    private static string Pod(string name, string spec) => $"apiVersion: v1\nkind: Pod\nmetadata: {{name: {name}, namespace: shop}}\nspec: {{{spec}}}\n---\n";

    private static string Namespace(string labels) => $"apiVersion: v1\nkind: Namespace\nmetadata: {{name: shop, labels: {{{labels}}}}}\n---\n";
}
