namespace ThreatBoard.Kubernetes.Workloads;

/// <summary>In which list of the pod a container stands.</summary>
public enum ContainerRole { Main, Init, Ephemeral }

/// <summary>One container of a pod template, with its settings over those of the pod.</summary>
public sealed class Container(Workload workload, Cursor at, ContainerRole role, int index)
{
    private readonly Lazy<Dictionary<string, int>> _ports = new(() => PortsOf(at));

    public Workload Workload { get; } = workload;

    public Cursor At { get; } = at;

    public ContainerRole Role { get; } = role;

    public string Name { get; } = at["name"].Text is { Length: > 0 } name ? name : $"{index + 1}";

    /// <summary><c>apps/Deployment/shop/frontend#container/nginx</c>.</summary>
    public string Key => field ??= $"{Workload.Key}#{Role switch { ContainerRole.Init => "initContainer", ContainerRole.Ephemeral => "ephemeralContainer", _ => "container" }}/{Name}";

    public ImageName Image { get; } = ImageName.Parse(at["image"].Text ?? "");

    public Cursor Security => At["securityContext"];

    /// <summary>The container's setting if it has one, else the pod's; absent both, the container's place.</summary>
    public Cursor Effective(params ReadOnlySpan<string> path)
    {
        var (own, pod) = (Security, Workload.Pod["securityContext"]);
        foreach (var key in path) (own, pod) = (own[key], pod[key]);
        return own.Exists || !pod.Exists ? own : pod;
    }

    public IReadOnlyList<string> AddedCapabilities => [.. Security["capabilities"]["add"].Texts().Select(Capability)];

    public bool Drops(string capability) => Security["capabilities"]["drop"].Texts().Select(Capability).Contains(capability, StringComparer.Ordinal);

    /// <summary>Whether the container declares the port, by its number or its name.</summary>
    public bool Declares(string port) => _ports.Value.ContainsKey(port);

    /// <summary>The number of a declared port of this name; null when there is none.</summary>
    public int? PortNamed(string name) => _ports.Value.TryGetValue(name, out var number) ? number : null;

    private static Dictionary<string, int> PortsOf(Cursor at)
    {
        var ports = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var port in at["ports"].Items)
        {
            if (port["containerPort"].Number is not (> 0 and < 65_536 and var number)) continue;
            ports.TryAdd($"{number}", (int)number);
            if (port["name"].Text is { Length: > 0 } name) ports.TryAdd(name, (int)number);
        }
        return ports;
    }

    private static string Capability(string name) =>
        name.ToUpperInvariant() is var upper && upper.StartsWith("CAP_", StringComparison.Ordinal) ? upper[4..] : upper;
}
