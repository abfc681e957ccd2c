using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Workloads;

/// <summary>Something that makes pods, or a pod on its own: its effective pod template and the containers in it.</summary>
public sealed class Workload
{
    public Workload(Cursor root)
    {
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

    public Cursor Root { get; }

    public KubernetesObject Object => Root.Object;

    public string Key => Object.Key;

    public string Name => Object.Name;

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

    /// <summary>Pods that have ended play no part any more.</summary>
    public bool HasEnded => Object.Kind == "Pod" && Root["status"]["phase"].Text is "Succeeded" or "Failed";

    /// <summary>The container that answers on a port, by what they declare; the first main one where none declares it.</summary>
    public Container? Answering(string port) =>
        Containers.FirstOrDefault(c => c.Role == ContainerRole.Main && c.Declares(port))
        ?? Containers.FirstOrDefault(c => c.Role == ContainerRole.Init && c.Declares(port))
        ?? Main;

    public Container? Main => Containers.Count > 0 && Containers[0].Role == ContainerRole.Main ? Containers[0] : null;
}
