using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Drawing;

/// <summary>A port on which a container waits for connections.</summary>
internal sealed record ListeningPort(Container Container, Protocol Protocol, int Number, Cursor At);

/// <summary>Who waits for connections, by declared ports and by Services: an allowed port where nothing listens is no way in.</summary>
internal sealed class Listening
{
    private const int MostPorts = 64;

    /// <summary>Pairs of a Service's port and a workload that are looked at; more than a real cluster has.</summary>
    private const int MostPairs = 500_000;

    private readonly Dictionary<Workload, List<ListeningPort>> _ports = [];
    private readonly HashSet<Container> _containers = [];

    public Listening(Cluster cluster)
    {
        foreach (var workload in cluster.Workloads)
            foreach (var container in workload.Containers.Where(c => c.Role != ContainerRole.Ephemeral))
                foreach (var port in container.At["ports"].Items)
                    if (port["containerPort"].Number is { } number) Add(container, port["protocol"].Text, (int)Math.Clamp(number, 0, 65_536), port["containerPort"]);
        var pairs = 0;
        foreach (var service in cluster.Services)
            foreach (var workload in cluster.Behind(service))
                foreach (var port in service.Ports)
                    if (++pairs < MostPairs && workload.Answering(port.Target) is { } container && NumberOf(port, container) is { } number)
                        Add(container, port.At["protocol"].Text, number, port.At["port"]);
    }

    public bool On(Container container) => _containers.Contains(container);

    public IReadOnlyList<ListeningPort> Of(Workload workload) => _ports.TryGetValue(workload, out var ports) ? ports : [];

    private static int? NumberOf(ServicePort port, Container container) => int.TryParse(port.Target, out var number) ? number : container.PortNamed(port.Target);

    private void Add(Container container, string? protocol, int number, Cursor at)
    {
        if (number is < 1 or > 65_535 || Protocols.Parse(protocol ?? "TCP") is not { } known) return;
        if (!_ports.TryGetValue(container.Workload, out var ports)) _ports[container.Workload] = ports = [];
        if (ports.Count >= MostPorts || ports.Any(p => p.Protocol == known && p.Number == number)) return;
        ports.Add(new(container, known, number, at));
        _containers.Add(container);
    }
}
