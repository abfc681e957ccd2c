using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Sources;

namespace ThreatBoard.Kubernetes.Tests.Derivation;

public sealed class TenancyDerivationTests
{
    private const string Shop =
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db, namespace: shop}
        spec:
          template:
            metadata: {labels: {app: db}}
            spec:
              nodeName: n1
              containers: [{name: mysql, image: 'docker.io/library/mysql:8.0'}]
              initContainers: [{name: prepare, image: busybox}]
        ---
        apiVersion: v1
        kind: Node
        metadata: {name: n1}
        """;

    private readonly TestModel _model = TestModel.Of(Shop);

    [Fact]
    public void Containers_lie_in_pods_pods_in_namespaces_and_these_in_the_cluster()
    {
        var container = Assert.Single(_model.Content.All<Component>(), c => c.Name == "mysql");

        var names = new List<string>();
        for (var place = _model.Content.Find(container.Tenancy); place is not null; place = _model.Content.Find(place.Tenancy)) names.Add($"{place.Kind} {place.Name}");

        Assert.Equal(["Pod db", "Namespace shop", "Cluster prod"], names);
        Assert.Equal((ComponentKind.DataStore, "MySQL", true), (container.Kind, container.Technology, container.IsContainer));
    }

    [Fact]
    public void A_pod_stands_on_the_node_it_names()
    {
        var pod = Assert.Single(_model.Content.All<Boundary>(), b => b.Kind == BoundaryKind.Pod);

        Assert.Equal("n1", _model.Content.Find<Boundary>(Assert.Single(pod.Nodes).Value)!.Name);
    }

    [Fact]
    public void Every_entity_has_one_origin_and_the_id_that_goes_with_its_key()
    {
        foreach (var component in _model.Content.All<Component>())
        {
            var origin = Assert.Single(component.Origins);
            Assert.Equal(DerivedContent.Self, origin.Source);
            Assert.Equal(DerivedId.Of("component", origin.Key), component.Id.Value);
        }
        Assert.Contains(_model.Content.All<Component>(), c => c.Origins.First().Key == "apps/StatefulSet/shop/db#container/mysql");
        Assert.Contains(_model.Content.All<Component>(), c => c.Origins.First().Key == "apps/StatefulSet/shop/db#initContainer/prepare");
        Assert.Contains(_model.Content.All<Boundary>(), b => b.Origins.First().Key == "cluster/prod");
        Assert.Contains(_model.Content.All<Boundary>(), b => b.Origins.First().Key == "Namespace/shop");
    }

    [Fact]
    public void What_is_derived_keeps_every_invariant()
    {
        foreach (var text in new[] { Shop, "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: a}, {name: a}, {image: 3}]}" })
        {
            var content = TestModel.Of(text).Content.With(new Source { Id = DerivedContent.Self, Name = "s", Cluster = "prod" });

            Assert.Empty(Invariants.Check(content));
        }
    }

    [Fact]
    public void Pods_that_a_workload_made_are_that_workload_and_pods_that_ended_are_gone()
    {
        var model = TestModel.Of(
            """
            {apiVersion: apps/v1, kind: Deployment, metadata: {name: d, namespace: ns}, spec: {template: {spec: {containers: [{name: c}]}}}}
            ---
            {apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: d-1, namespace: ns, ownerReferences: [{kind: Deployment, name: d}]}, spec: {}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: d-1-x, namespace: ns, ownerReferences: [{kind: ReplicaSet, name: d-1}]}, spec: {}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: static, namespace: ns, ownerReferences: [{kind: Node, name: n}]}, spec: {}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: done, namespace: ns}, spec: {}, status: {phase: Succeeded}}
            """);

        Assert.Equal(["apps/Deployment/ns/d", "Pod/ns/static"], model.Cluster.Workloads.Select(w => w.Key));
    }

    [Fact]
    public void Claimed_storage_is_a_store_where_no_container_is_known_to_be_one()
    {
        var model = TestModel.OfPod("volumeMounts: [{name: data, mountPath: /data}]", "volumes: [{name: data, persistentVolumeClaim: {claimName: files}}]");

        Assert.Equal(["web/c → files:"], model.Flows());
        Assert.Equal(ComponentKind.DataStore, Assert.Single(model.Content.All<Component>(), c => c.Name == "files").Kind);
    }

    [Fact]
    public void Controls_say_what_the_manifests_show_and_nothing_more()
    {
        var model = TestModel.OfPod("securityContext: {readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}", "serviceAccountName: web");

        Assert.Equal(ControlPresence.Present, Presence(model, ControlNames.ReadOnlyRoot));
        Assert.Equal(ControlPresence.Present, Presence(model, ControlNames.DroppedCapabilities));
        Assert.Equal(ControlPresence.Absent, Presence(model, ControlNames.Seccomp));
        Assert.Equal(ControlPresence.Unknown, Presence(model, ControlNames.AppArmor));
        Assert.Equal(ControlPresence.Present, Presence(model, ControlNames.OwnServiceAccount));
        Assert.Equal(ControlPresence.Absent, Presence(model, ControlNames.IngressPolicy));
        Assert.Equal(ControlPresence.Absent, Presence(model, ControlNames.PodSecurityLevel));
        Assert.Equal(ControlPresence.Unknown, Presence(model, ControlNames.AuditLogging));
    }

    [Fact]
    public void Wrong_types_are_problems_with_a_path_and_no_exceptions()
    {
        var model = TestModel.Of("apiVersion: v1\nkind: Pod\nmetadata: {name: p, labels: [x]}\nspec:\n  hostNetwork: 'yes'\n  containers: {a: b}\n  volumes: text\n");
        model.AllFindings();

        Assert.Contains(model.Cluster.Problems, p => p.Message.Contains("spec.containers is not a list", StringComparison.Ordinal) && p.Line == 6);
    }

    private static ControlPresence Presence(TestModel model, string control) => Assert.Single(model.Content.All<Control>(), c => c.Name == control).State.Presence;
}
