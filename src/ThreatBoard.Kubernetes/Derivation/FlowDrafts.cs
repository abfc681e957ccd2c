using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;
using ThreatBoard.Kubernetes.Workloads.Meshes;

namespace ThreatBoard.Kubernetes.Derivation;

/// <summary>Flows from containers while their evidence is gathered: one a pair of ends and a port.</summary>
internal sealed class FlowDrafts(Cluster cluster)
{
    private const int MostEvidence = 10;
    private const int MostFlows = 20_000;
    private const int MostLooks = 500_000;
    private readonly Dictionary<(Container From, string To, int? Port), Gathered> _flows = [];
    private readonly Dictionary<string, OutsideHost> _outside = new(StringComparer.Ordinal);
    private readonly HashSet<(Workload From, Workload To)> _joined = [];
    private int _looks;

    /// <summary>No real cluster comes here; what a hostile one would multiply without end stops.</summary>
    public bool IsFull => _flows.Count >= MostFlows || _looks >= MostLooks;

    /// <summary>The pairs of workloads that some flow joins.</summary>
    public IEnumerable<(Workload From, Workload To)> Joined => _joined;

    /// <summary>Counts a step of the search; false when there were too many.</summary>
    public bool TakeLook() => ++_looks < MostLooks && !IsFull;

    /// <summary>The flows between containers.</summary>
    public IEnumerable<(Container From, Container To, int? Port)> Pairs => _flows.Where(f => f.Value.To is not null).Select(f => (f.Key.From, f.Value.To!, f.Key.Port));

    public bool Joins(Workload from, Workload to) => _joined.Contains((from, to));

    /// <param name="service">The Service that leads there; null where pods are named themselves.</param>
    public void Add(Container from, Container to, Service? service, int? port, string protocol, Encryption encryption, params ReadOnlySpan<Evidence> evidence)
    {
        if (!TakeLook()) return;
        _joined.Add((from.Workload, to.Workload));
        Gather(from, to.Key, port, new(protocol, encryption, to, service, []), evidence);
    }

    public void Add(Container from, OutsideHost to, int? port, string protocol, Encryption encryption, params ReadOnlySpan<Evidence> evidence)
    {
        if (!TakeLook()) return;
        _outside.TryAdd(to.Key, to);
        Gather(from, to.Key, port, new(protocol, encryption, null, null, []), evidence);
    }

    public void AddTo(Draft draft)
    {
        foreach (var host in _outside.Values)
            draft.Add(host.Key, new Component { Id = default, Name = host.Name, Kind = ComponentKind.ExternalEntity, Description = host.Description });
        foreach (var ((from, to, port), gathered) in _flows)
        {
            var (source, target) = (DerivedKey.Of(from.Key), DerivedKey.Of(to));
            var mesh = gathered.To is { } container ? cluster.Mesh.Between(from.Workload, container.Workload, gathered.Service, port) : null;
            draft.Add(DerivedKey.Flow(source, target, port), new Flow
            {
                Id = default,
                Ends = new(Draft.ComponentAt(source), Draft.ComponentAt(target)),
                Protocol = gathered.Protocol,
                Port = port,
                Transport = mesh?.Transport ?? TransportOf(gathered.Encryption),
                Evidence = gathered.Evidence.Concat(SaidBy(mesh)).ToValueList(),
            });
        }
    }

    private static IEnumerable<Evidence> SaidBy(MeshTransport? mesh) => mesh is null ? [] : [mesh.At.Evidence];

    private static Transport TransportOf(Encryption encryption) =>
        Transport.Unknown with { Encryption = encryption, TlsEnds = encryption == Encryption.Tls ? TlsEnd.Receiver : TlsEnd.Unknown };

    private void Gather(Container from, string to, int? port, Gathered first, ReadOnlySpan<Evidence> evidence)
    {
        if (!_flows.TryGetValue((from, to, port), out var known)) known = first;
        foreach (var seen in evidence)
            if (known.Evidence.Count < MostEvidence && !known.Evidence.Contains(seen)) known.Evidence.Add(seen);
        _flows[(from, to, port)] = known with { Encryption = Weaker(known.Encryption, first.Encryption), Service = known.Service ?? first.Service };
    }

    /// <summary>What is known counts over what is not, and clear text over encryption where both were seen.</summary>
    private static Encryption Weaker(Encryption one, Encryption other) =>
        one == Encryption.Unknown ? other : other == Encryption.Unknown ? one : one == Encryption.None ? one : other;

    private sealed record Gathered(string Protocol, Encryption Encryption, Container? To, Service? Service, List<Evidence> Evidence);
}

/// <summary>Something outside the cluster that its manifests name.</summary>
internal sealed record OutsideHost(string Key, string Name, string Description);
