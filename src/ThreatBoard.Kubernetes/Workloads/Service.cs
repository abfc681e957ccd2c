using ThreatBoard.Kubernetes.Manifests;

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

    public IReadOnlyList<ServicePort> Ports { get; }

    /// <summary>A load balancer that stays inside the provider's network, by the annotations the providers know.</summary>
    public bool IsInternal => Object.Annotations.Any(a =>
        a.Key.Contains("internal", StringComparison.OrdinalIgnoreCase) && a.Value is not "false"
        || (a.Key.EndsWith("load-balancer-type", StringComparison.Ordinal) && a.Value.Equals("internal", StringComparison.OrdinalIgnoreCase))
        || (a.Key.EndsWith("load-balancer-scheme", StringComparison.Ordinal) && a.Value == "internal"));

    /// <summary>The port with this number or name; the only port where none was named.</summary>
    public ServicePort? Port(string? named) =>
        Ports.FirstOrDefault(p => p.Name == named || $"{p.Number}" == named) ?? (named is null && Ports.Count == 1 ? Ports[0] : null);

    private static ServicePort? PortOf(Cursor at) =>
        at["port"].Number is > 0 and < 65_536 and var number
            ? new(at, (int)number, at["name"].Text ?? "", at["targetPort"].Text is { Length: > 0 } target && target != "0" ? target : $"{number}")
            : null;
}
