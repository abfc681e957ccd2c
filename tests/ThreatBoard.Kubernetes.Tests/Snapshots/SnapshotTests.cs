using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Masking;
using ThreatBoard.Kubernetes.Snapshots;

namespace ThreatBoard.Kubernetes.Tests.Snapshots;

public sealed class SnapshotTests
{
    private const string Yaml =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: c, namespace: n, labels: {a: b}}
        data: {text: "x\ny", number: 3, big: 1.5, on: yes, none: ~, password: hunter2}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: d, namespace: n}
        spec: {replicas: 2, list: [1, [a], {}]}
        """;

    [Fact]
    public void What_is_stored_is_restored_with_lines_kinds_and_masks()
    {
        var read = Reading.Of(Yaml).Objects;

        var restored = Snapshot.Of(read).Restore();

        Assert.Equal(read.Select(Describe), restored.Select(Describe));
        var data = (TreeMap)restored[0].Body["data"]!;
        Assert.Equal(MaskReason.CredentialName, ((TreeScalar)data["password"]!).Masked);
        Assert.Equal((4, ScalarKind.Float), (data["big"]!.Line, ((TreeScalar)data["big"]!).Kind));
    }

    [Fact]
    public void Equal_objects_have_equal_addresses_whatever_their_order()
    {
        var read = Reading.Of(Yaml).Objects;

        Assert.Equal(Snapshot.Of(read).Hash, Snapshot.Of(read.Reverse()).Hash);
        Assert.NotEqual(Snapshot.Of(read).Hash, Snapshot.Of(read.Take(1)).Hash);
    }

    [Fact]
    public void Damaged_bytes_are_refused()
    {
        var snapshot = Snapshot.Of(Reading.Of(Yaml).Objects);

        Assert.Throws<InvalidDataException>(() => (snapshot with { Hash = new string('0', 64) }).Restore());
    }

    private static string Describe(KubernetesObject item) => $"{item.Key} {item.ApiVersion} {item.Location} {Describe(item.Body)}";

    private static string Describe(TreeNode node) => node switch
    {
        TreeMap map => $"{node.Line}{{{string.Join(",", map.Entries.Select(e => $"{e.Key}:{Describe(e.Value)}"))}}}",
        TreeList list => $"{node.Line}[{string.Join(",", list.Items.Select(Describe))}]",
        TreeScalar scalar => $"{node.Line}{scalar.Kind}/{scalar.Masked}/{scalar.Text}",
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };
}
