using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Derivation;

/// <summary>Flows between containers while their evidence is gathered: one a pair of containers and a port.</summary>
internal sealed class FlowDrafts
{
    private const int MostEvidence = 10;
    private const int MostFlows = 20_000;
    private const int MostLooks = 500_000;
    private readonly Dictionary<(Container From, Container To, int? Port), (string Protocol, Encryption Encryption, List<Evidence> Evidence)> _flows = [];

    private readonly HashSet<(Workload From, Workload To)> _joined = [];
    private int _looks;

    /// <summary>No real cluster comes here; what a hostile one would multiply without end stops.</summary>
    public bool IsFull => _flows.Count >= MostFlows || _looks >= MostLooks;

    /// <summary>The pairs of workloads that some flow joins.</summary>
    public IEnumerable<(Workload From, Workload To)> Joined => _joined;

    /// <summary>Counts a step of the search; false when there were too many.</summary>
    public bool TakeLook() => ++_looks < MostLooks && !IsFull;

    public bool Joins(Workload from, Workload to) => _joined.Contains((from, to));

    public void Add(Container from, Container to, int? port, string protocol, Encryption encryption, params ReadOnlySpan<Evidence> evidence)
    {
        if (!TakeLook()) return;
        _joined.Add((from.Workload, to.Workload));
        if (!_flows.TryGetValue((from, to, port), out var known)) known = (protocol, encryption, []);
        known.Encryption = Weaker(known.Encryption, encryption);
        foreach (var seen in evidence)
            if (known.Evidence.Count < MostEvidence && !known.Evidence.Contains(seen)) known.Evidence.Add(seen);
        _flows[(from, to, port)] = known;
    }

    public void AddTo(Draft draft)
    {
        foreach (var ((from, to, port), (protocol, encryption, evidence)) in _flows)
        {
            var (source, target) = (DerivedKey.Of(from.Key), DerivedKey.Of(to.Key));
            draft.Add(DerivedKey.Flow(source, target, port), new Flow
            {
                Id = default,
                Ends = new(Draft.ComponentAt(source), Draft.ComponentAt(target)),
                Protocol = protocol,
                Port = port,
                Transport = Transport.Unknown with { Encryption = encryption, TlsEnds = encryption == Encryption.Tls ? TlsEnd.Receiver : TlsEnd.Unknown },
                Evidence = evidence.ToValueList(),
            });
        }
    }

    /// <summary>What is known counts over what is not, and clear text over encryption where both were seen.</summary>
    private static Encryption Weaker(Encryption one, Encryption other) =>
        one == Encryption.Unknown ? other : other == Encryption.Unknown ? one : one == Encryption.None ? one : other;
}
