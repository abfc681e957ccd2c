using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>The ports that a pod declares with a name, for rules that name a port instead of a number.</summary>
internal sealed class NamedPorts
{
    private readonly List<(string Name, Protocol Protocol, int Number)> _ports = [];

    private string? _signature;

    private NamedPorts(bool isKnown) => IsKnown = isKnown;

    /// <summary>What has no names at all, as an address outside.</summary>
    public static NamedPorts None { get; } = new(isKnown: true);

    /// <summary>A pod of which nothing is known.</summary>
    public static NamedPorts Unknown { get; } = new(isKnown: false);

    /// <summary>False for a pod without a container that was read: what it declares is unknown.</summary>
    public bool IsKnown { get; }

    /// <summary>Equal for pods whose names mean the same.</summary>
    public string Signature => _signature ??= IsKnown ? string.Join(';', _ports) : "?";

    public static NamedPorts Of(Workload workload)
    {
        var ports = new NamedPorts(workload.Main is not null);
        foreach (var container in workload.Containers.Where(c => c.Role == ContainerRole.Main || c.At["restartPolicy"].Text == "Always"))
            foreach (var port in container.At["ports"].Items)
                if (port["name"].Text is { Length: > 0 } name && port["containerPort"].Number is > 0 and < 65_536 and var number
                    && Protocols.Parse(port["protocol"].Text ?? "TCP") is { } protocol && !ports._ports.Contains((name, protocol, (int)number)))
                    ports._ports.Add((name, protocol, (int)number));
        ports._ports.Sort();
        return ports;
    }

    /// <summary>The numbers that a name has here, with a protocol or with any; nothing where it has none.</summary>
    public Connections Resolve(string name, Protocol? protocol)
    {
        var found = Connections.None;
        foreach (var port in _ports)
            if (port.Name == name && (protocol is null || protocol == port.Protocol))
                found = found.Union(Connections.Of(port.Protocol, PortSet.Of(port.Number)));
        return found;
    }
}
