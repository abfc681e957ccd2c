using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Workloads;

/// <summary>Something that makes pods, or a pod on its own: its effective pod template and the containers in it.</summary>
public sealed class Workload
{
    private readonly OwnerName _owner;

    internal Workload(Cursor root, OwnerName owner)
    {
        _owner = owner;
        Root = root;
        Template = root.Object.Kind switch
        {
            "Pod" => root,
            "CronJob" => root["spec"]["jobTemplate"]["spec"]["template"],
            _ => root["spec"]["template"],
        };
        Pod = Template["spec"];
        Labels = Template["metadata"]["labels"].TextMap();
        Annotations = Template["metadata"]["annotations"].TextMap();
        Containers =
        [
            .. Pod["containers"].Items.Select((at, i) => new Container(this, at, ContainerRole.Main, i)),
            .. Pod["initContainers"].Items.Select((at, i) => new Container(this, at, ContainerRole.Init, i)),
            .. Pod["ephemeralContainers"].Items.Select((at, i) => new Container(this, at, ContainerRole.Ephemeral, i)),
        ];
    }

    /// <summary>The object whose template is looked at: what makes the pods, or one of the pods where that was not read.</summary>
    public Cursor Root { get; }

    public KubernetesObject Object => Root.Object;

    /// <summary>The key of what makes the pods, whether it was read or is only named as their owner.</summary>
    public string Key => _owner.Key;

    public string Kind => _owner.Kind;

    public string Name => _owner.Name;

    /// <summary>The pods that were read of it, in the order of their names; those that have ended aside.</summary>
    public IReadOnlyList<Cursor> Pods { get; internal init; } = [];

    /// <summary>The nodes that its template or its pods name.</summary>
    public IEnumerable<string> NodeNames =>
        Pods.Select(pod => pod["spec"]["nodeName"].Text).Prepend(Pod["nodeName"].Text).OfType<string>().Where(name => name.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>A pod that a node's kubelet runs from a file, beside the API server.</summary>
    public bool IsStatic => Object.Kind == "Pod" && (Object.Annotations.ContainsKey("kubernetes.io/config.mirror")
        || Object.Annotations.GetValueOrDefault("kubernetes.io/config.source") == "file"
        || Root["metadata"]["ownerReferences"].Items.Any(owner => owner["kind"].Text == "Node"));

    /// <summary>The RuntimeClass that its pods ask for; null for the node's own runtime.</summary>
    public string? RuntimeClass => Pod["runtimeClassName"].Text is { Length: > 0 } named ? named : null;

    public string Namespace => Object.Namespace;

    /// <summary>What the pods are made from, wherever its kind keeps it: their metadata and specification.</summary>
    public Cursor Template { get; }

    /// <summary>The pod's specification.</summary>
    public Cursor Pod { get; }

    /// <summary>Labels of the pods, not of what makes them.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; }

    public IReadOnlyDictionary<string, string> Annotations { get; }

    public IReadOnlyList<Container> Containers { get; }

    public bool UsesHostNetwork => Pod["hostNetwork"].Flag == true;

    public bool IsWindows => Pod["os"]["name"].Text == "windows";

    /// <summary>Root inside is nobody outside.</summary>
    public bool HasOwnUsers => Pod["hostUsers"].Flag == false;

    public string ServiceAccount => Pod["serviceAccountName"].Text ?? Pod["serviceAccount"].Text ?? "default";

    /// <summary>The container that answers on a port, by what they declare; the first main one where none declares it.</summary>
    public Container? Answering(string port) =>
        Containers.FirstOrDefault(c => c.Role == ContainerRole.Main && c.Declares(port))
        ?? Containers.FirstOrDefault(c => c.Role == ContainerRole.Init && c.Declares(port))
        ?? Main;

    public Container? Main => Containers.Count > 0 && Containers[0].Role == ContainerRole.Main ? Containers[0] : null;
}
