using ThreatBoard.Kubernetes.Patches;
using ThreatBoard.Kubernetes.Tests.Paths;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Tests.Patches;

public sealed class PatchingTests
{
    private const string Head = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\n";

    [Fact]
    public void A_patch_changes_what_it_names_and_leaves_the_rest()
    {
        var pod = Patched("spec: {template: {spec: {hostPID: false, containers: [{name: c, securityContext: {privileged: false}}]}}}").Workloads[0];

        Assert.Equal((false, false, "app"), (pod.Pod["hostPID"].Flag, pod.Containers[0].Security["privileged"].Flag, pod.Containers[0].Image.Full));
        Assert.Equal(["c"], pod.Containers.Select(c => c.Name));
    }

    [Fact]
    public void Null_takes_a_key_away_and_a_volume_is_found_by_its_name()
    {
        var volume = Assert.Single(Patched("spec: {template: {spec: {volumes: [{name: v, hostPath: null, emptyDir: {}}]}}}").Workloads[0].Pod["volumes"].Items);

        Assert.Equal((false, true), (volume["hostPath"].Exists, volume["emptyDir"].IsEmptyMap));
    }

    [Fact]
    public void An_item_that_says_so_is_deleted_and_a_new_one_comes_after_the_others()
    {
        var volumes = Patched("spec: {template: {spec: {volumes: [{name: v, $patch: delete}, {name: w, emptyDir: {}}]}}}").Workloads[0].Pod["volumes"].Items;

        Assert.Equal(["w"], volumes.Select(v => v["name"].Text));
    }

    [Fact]
    public void A_port_is_found_by_its_number_and_protocol()
    {
        var ports = Patched("spec: {template: {spec: {containers: [{name: c, ports: [{containerPort: 8080, name: web}, {containerPort: 8080, protocol: UDP}]}]}}}").Workloads[0].Containers[0].At["ports"].Items;

        Assert.Equal([("8080", "web", null), ("8080", null, "UDP")], ports.Select(p => (p["containerPort"].Text, p["name"].Text, p["protocol"].Text)));
    }

    [Fact]
    public void A_patch_may_create_and_delete_objects()
    {
        var cluster = Town.Of(Town.Pod("web"));
        var objects = Patching.Apply(cluster.Objects,
        [
            new(PatchAction.Delete, "", Head + "$patch: delete\n"),
            new(PatchAction.Create, "", "apiVersion: v1\nkind: Namespace\nmetadata: {name: fresh}\n"),
        ]);

        Assert.Equal(["Namespace/fresh"], objects.Select(o => o.Key));
    }

    [Fact]
    public void What_is_no_object_is_refused() =>
        Assert.Throws<ArgumentException>(() => Patching.Apply([], [new(PatchAction.Change, "x", "just words")]));

    private static Cluster Patched(string spec)
    {
        var cluster = Town.Of(Town.Pod("web", "hostPID: true, volumes: [{name: v, hostPath: {path: /etc}}]", "securityContext: {privileged: true}"));
        return Cluster.Of(Patching.Apply(cluster.Objects, [new(PatchAction.Change, "", Head + spec + "\n")]));
    }
}
