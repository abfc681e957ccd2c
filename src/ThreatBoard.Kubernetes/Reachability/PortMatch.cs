namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>The ports of a rule: those with numbers, and those whose name each destination resolves for itself.</summary>
internal sealed class PortMatch
{
    private readonly List<(string Name, Protocol? Protocol)> _named = [];
    private Connections _fixed = Connections.None;

    public static PortMatch Everything { get; } = new() { _fixed = Connections.All };

    public bool HasNames => _named.Count > 0;

    public void Add(Connections ports) => _fixed = _fixed.Union(ports);

    /// <param name="protocol">Null for a name whose protocol the destination decides.</param>
    public void AddNamed(string name, Protocol? protocol) => _named.Add((name, protocol));

    /// <summary>What the rule speaks of, surely and at most, when traffic goes to a pod with these names.</summary>
    public (Connections Sure, Connections Maybe) At(NamedPorts destination)
    {
        var (sure, maybe) = (_fixed, _fixed);
        foreach (var (name, protocol) in _named)
        {
            if (destination.IsKnown) sure = sure.Union(destination.Resolve(name, protocol));
            maybe = maybe.Union(destination.IsKnown ? sure : protocol is { } only ? Connections.Of(only, PortSet.All) : Connections.All);
        }
        return (sure, maybe.Union(sure));
    }
}
