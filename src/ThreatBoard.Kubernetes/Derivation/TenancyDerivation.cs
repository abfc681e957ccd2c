using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;
using ThreatBoard.Kubernetes.Workloads.Meshes;

namespace ThreatBoard.Kubernetes.Derivation;

/// <summary>Cluster ▸ namespace ▸ pod with its containers, the nodes that were read, and claimed storage.</summary>
internal sealed class TenancyDerivation(Cluster cluster, SourceDescription source, Draft draft)
{
    private readonly ControlDerivation _controls = new(cluster, draft);

    public void Run()
    {
        var key = DerivedKey.Cluster(source.Cluster);
        var whole = draft.Add(key, BoundaryKind.Cluster, source.Cluster, null, source.Environment is { Length: > 0 and <= Limits.Tag } environment ? [environment] : []);
        _controls.Cluster(key, whole);
        var nodes = Nodes(whole);
        var plane = new ControlPlaneDerivation(cluster, draft, whole, nodes);
        plane.Run();
        foreach (var name in cluster.Namespaces)
        {
            var place = DerivedKey.Namespace(name);
            var around = draft.Add(place, BoundaryKind.Namespace, name, whole);
            _controls.Namespace(place, around, name);
            foreach (var workload in cluster.WorkloadsIn(name)) Pod(workload, around, nodes, plane.ZoneOf(workload));
        }
    }

    private Dictionary<string, Id<Boundary>> Nodes(Id<Boundary> whole)
    {
        var named = cluster.All("Node").Select(n => n.Object.Name)
            .Concat(cluster.Workloads.SelectMany(w => w.NodeNames))
            .Where(n => n.Length > 0).Distinct(StringComparer.Ordinal);
        var nodes = new Dictionary<string, Id<Boundary>>(StringComparer.Ordinal);
        foreach (var name in named)
        {
            var key = DerivedKey.Node(name);
            nodes[name] = draft.Add(key, BoundaryKind.Node, name, whole);
            _controls.Node(key, nodes[name]);
        }
        return nodes;
    }

    private void Pod(Workload workload, Id<Boundary> around, Dictionary<string, Id<Boundary>> nodes, Id<Boundary>? zone)
    {
        var on = workload.NodeNames.Where(nodes.ContainsKey).Take(Limits.Members).Select(name => nodes[name]).ToValueSet();
        var key = DerivedKey.Of(workload.Key);
        var pod = draft.Add(key, BoundaryKind.Pod, workload.Name, around, TagsOf(workload), on, zone);
        _controls.Pod(key, pod, workload);
        var keepsData = false;
        foreach (var container in workload.Containers)
        {
            var store = KnownStores.Find(container.Image) is not null && container.Role == ContainerRole.Main;
            keepsData |= store;
            Add(container, pod, store);
        }
        if (!keepsData) Claims(workload, around);
    }

    private ValueSet<string> TagsOf(Workload workload)
    {
        var mesh = cluster.Mesh.MemberOf(workload);
        string?[] tags =
        [
            workload.Kind, workload.IsStatic ? "static" : null, mesh.Mesh is not MeshKind.None && !mesh.IsOut ? mesh.Mesh.ToString() : null,
            workload.RuntimeClass is { } runtime ? $"runtime {runtime}" : null,
        ];
        return tags.OfType<string>().Select(tag => tag.Length > Limits.Tag ? tag[..Limits.Tag] : tag).ToValueSet();
    }

    private void Add(Container container, Id<Boundary> pod, bool isStore)
    {
        var key = DerivedKey.Of(container.Key);
        var component = draft.Add(key, new Component
        {
            Id = default,
            Name = container.Name,
            Kind = isStore ? ComponentKind.DataStore : ComponentKind.Process,
            Technology = KnownStores.Find(container.Image)?.Technology ?? container.Image.Short,
            Description = container.Image.Full.Length is > 0 and < 500 ? $"Image {container.Image.Full}" : "",
            Tags = container.Role switch { ContainerRole.Init => ["init"], ContainerRole.Ephemeral => ["ephemeral"], _ => [] },
            Tenancy = pod,
            IsContainer = true,
        });
        _controls.Container(key, component, container);
    }

    /// <summary>Where no container of the pod is known to keep data, what it keeps stands in its claims.</summary>
    private void Claims(Workload workload, Id<Boundary> around)
    {
        var claims = workload.Pod["volumes"].Items
            .Select(v => (Volume: v["name"].Text, Claim: v["persistentVolumeClaim"]["claimName"]))
            .Concat(workload.Root["spec"]["volumeClaimTemplates"].Items.Select(t => (Volume: t["metadata"]["name"].Text, Claim: t["metadata"]["name"])));
        var mounts = workload.Containers.SelectMany(c => c.At["volumeMounts"].Items.Select(m => (Container: c, Mount: m))).ToLookup(m => m.Mount["name"].Text ?? "", StringComparer.Ordinal);
        foreach (var (volume, claim) in claims)
        {
            if (claim.Text is not { Length: > 0 } name) continue;
            var key = DerivedKey.Of($"PersistentVolumeClaim/{workload.Namespace}/{name}");
            var store = draft.Add(key, new Component { Id = default, Name = name, Kind = ComponentKind.DataStore, Technology = "Persistent volume", Tenancy = around });
            foreach (var (container, mount) in mounts[volume ?? ""])
            {
                var from = DerivedKey.Of(container.Key);
                draft.Add(DerivedKey.Flow(from, key, null), new Flow
                {
                    Id = default, Ends = new(Draft.ComponentAt(from), store), Protocol = "Volume", Evidence = [mount["mountPath"].Evidence, claim.Evidence],
                });
            }
        }
    }
}
