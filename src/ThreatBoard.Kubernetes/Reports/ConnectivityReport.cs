using System.Collections.Immutable;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reports;

/// <summary>One pair of workloads, what gets from the one to the other, and why.</summary>
public sealed record ReportedConnection(Workload From, Workload To, Verdict Verdict, ImmutableArray<Reason> Reasons);

/// <summary>Who can reach whom, for reports: pairs of workloads, addresses outside, and ways in from outside.</summary>
/// <param name="From">Only what leaves this workload; all where null.</param>
/// <param name="To">Only what enters this workload; all where null.</param>
public sealed record ConnectivityReport(Connectivity Connectivity, Workload? From = null, Workload? To = null)
{
    /// <summary>Pairs that are told of; the rest are only counted.</summary>
    public const int Most = 50_000;

    public Cluster Cluster => Connectivity.Cluster;

    public Reach Reach => Connectivity.Reach;

    /// <summary>Whether one pair was asked for: it is then told of even where it is denied.</summary>
    public bool IsOnePair => From is not null && To is not null;

    public IEnumerable<Workload> Sources => From is { } only ? [only] : InOrder;

    public IEnumerable<Workload> Destinations => To is { } only ? [only] : InOrder;

    /// <summary>Workloads that outside and entry points are told of.</summary>
    public IEnumerable<Workload> Shown => InOrder.Where(workload => (From is null && To is null) || workload == From || workload == To);

    private IEnumerable<Workload> InOrder => Cluster.Workloads.OrderBy(NameOf, StringComparer.Ordinal);

    /// <summary>Pairs that are not surely denied, as long as there are no more than <see cref="Most"/>.</summary>
    /// <param name="explained">Whether each comes with its reasons, which takes longer.</param>
    public IEnumerable<ReportedConnection> Connections(bool explained) => Open.Take(Most).Select(pair => explained
        ? Explained(pair.From, pair.To)
        : new ReportedConnection(pair.From, pair.To, Reach.Between(pair.From, pair.To), []));

    /// <summary>How many pairs are beyond <see cref="Most"/>.</summary>
    public int Further => Math.Max(Open.Count() - Most, 0);

    /// <summary>Ways in from outside to workloads that are shown.</summary>
    public IEnumerable<(EntryPoint Entry, Reachable State)> Entries()
    {
        var shown = Shown.ToHashSet();
        return Cluster.EntryPoints.Where(entry => shown.Contains(entry.Workload)).Select(entry => (entry, Reach.Through(entry)));
    }

    /// <summary>Addresses outside that a workload reaches, or that reach it, ranges of one verdict each; what is denied is left out.</summary>
    public IEnumerable<AddressVerdict> Outside(Workload workload, Direction direction) =>
        Reach.Outside(workload, direction).Where(range => range.Verdict.State is not Reachable.Denied);

    /// <summary><c>shop/web[Deployment]</c>.</summary>
    public static string NameOf(Workload workload) => $"{workload.Namespace}/{workload.Name}[{workload.Object.Kind}]";

    /// <summary>The workloads that a person may mean: <c>shop/web[Deployment]</c>, <c>shop/web</c>, or <c>web</c>.</summary>
    public static IReadOnlyList<Workload> Named(Cluster cluster, string name) =>
        [.. cluster.Workloads.Where(workload => name == NameOf(workload) || name == $"{workload.Namespace}/{workload.Name}" || name == workload.Name)];

    private IEnumerable<(Workload From, Workload To)> Open =>
        from source in Sources
        from destination in Destinations
        where source != destination && (IsOnePair || Reach.Between(source, destination).State is not Reachable.Denied)
        select (source, destination);

    private ReportedConnection Explained(Workload source, Workload destination)
    {
        var why = Reach.Explain(source, destination);
        return new(source, destination, why.Verdict, why.Reasons);
    }
}
