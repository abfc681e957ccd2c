using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Workloads.Routing;

namespace ThreatBoard.Kubernetes.Workloads;

/// <summary>One port of a Service.</summary>
/// <param name="Target">The number or name of the port in the container.</param>
public sealed record ServicePort(Cursor At, int Number, string Name, string Target);

/// <summary>A Service: a name that leads to the pods it selects.</summary>
public sealed class Service
{
    public Service(Cursor root)
    {
        Root = root;
        Spec = root["spec"];
        Type = Spec["type"].Text ?? "ClusterIP";
        Selector = Spec["selector"].TextMap();
        Ports = [.. Spec["ports"].Items.Select(PortOf).OfType<ServicePort>()];
    }

    public Cursor Root { get; }

    public Cursor Spec { get; }

    public KubernetesObject Object => Root.Object;

    public string Type { get; }

    public IReadOnlyDictionary<string, string> Selector { get; }

    /// <summary>It has no address of its own: its name means the addresses of its pods.</summary>
    public bool IsHeadless => Spec["clusterIP"].Text == "None";

    /// <summary>The name outside that a Service of type ExternalName stands for, in lower case; null for every other type.</summary>
    public string? ExternalName => Type == "ExternalName" && Spec["externalName"].Text is { Length: > 0 and <= 253 } name ? name.TrimEnd('.').ToLowerInvariant() : null;

    public IReadOnlyList<ServicePort> Ports { get; }

    /// <summary>A load balancer that stays inside the provider's network, by the annotations the providers know.</summary>
    public bool IsInternal => InternalEntry.IsMarked(Object.Annotations);

    /// <summary>The port with this number or name; the only port where none was named.</summary>
    public ServicePort? Port(string? named) =>
        Ports.FirstOrDefault(p => p.Name == named || $"{p.Number}" == named) ?? (named is null && Ports.Count == 1 ? Ports[0] : null);

    /// <summary>The port with this number or name, or the one that leads to a container's port of this number or name.</summary>
    public ServicePort? PortOrTarget(string? named) => Port(named) ?? Ports.FirstOrDefault(p => p.Target == named);

    private static ServicePort? PortOf(Cursor at) =>
        at["port"].Number is > 0 and < 65_536 and var number
            ? new(at, (int)number, at["name"].Text ?? "", at["targetPort"].Text is { Length: > 0 } target && target != "0" ? target : $"{number}")
            : null;
}
