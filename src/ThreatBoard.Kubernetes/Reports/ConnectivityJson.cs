using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reports;

/// <summary>Who can reach whom, for programs; pairs that are denied are left out.</summary>
public static class ConnectivityJson
{
    /// <summary>Raised when a field goes or changes its meaning; new fields do not raise it.</summary>
    public const int Format = 1;

    public static byte[] Write(ConnectivityReport report, ManifestReading reading, bool explained) => ReportJson.Write(new
    {
        Format,
        ReportJson.Tool,
        Input = ReportJson.InputOf(reading),
        Workloads = report.Shown.Select(workload => new
        {
            Name = ConnectivityReport.NameOf(workload),
            workload.Key,
            IsolatedIngress = report.Reach.IsIsolated(workload, Direction.Ingress),
            IsolatedEgress = report.Reach.IsIsolated(workload, Direction.Egress),
            ToOutside = report.Outside(workload, Direction.Egress).Select(Range),
            FromOutside = report.Outside(workload, Direction.Ingress).Select(Range),
        }),
        Connections = report.Connections(explained || report.IsOnePair).Select(Connection),
        FurtherConnections = report.Further,
        EntryPoints = report.Entries().Select(pair => Entry(pair.Entry, pair.State)),
    });

    private static object Connection(ReportedConnection one) => new
    {
        From = ConnectivityReport.NameOf(one.From),
        To = ConnectivityReport.NameOf(one.To),
        State = WordOf(one.Verdict.State),
        Allowed = Traffic(one.Verdict.Allowed),
        CannotTell = Traffic(one.Verdict.Unknown),
        Reasons = one.Reasons.IsEmpty ? null : one.Reasons.Select(reason => new
        {
            Direction = reason.Direction.ToString().ToLowerInvariant(),
            Kind = reason.Kind.ToString(),
            reason.Policy,
            Path = reason.Evidence?.Path,
            Traffic = reason.Traffic.ToString(),
            reason.Text,
        }),
    };

    private static object Range(AddressVerdict range) => new
    {
        Range = range.Range.ToString(),
        State = WordOf(range.Verdict.State),
        Allowed = Traffic(range.Verdict.Allowed),
        CannotTell = Traffic(range.Verdict.Unknown),
    };

    private static object Entry(EntryPoint entry, Reachable state) => new
    {
        Workload = ConnectivityReport.NameOf(entry.Workload),
        Kind = entry.Kind.ToString(),
        entry.Via,
        Protocol = entry.Protocol.ToString().ToUpperInvariant(),
        entry.Port,
        entry.Host,
        entry.IsInternal,
        State = WordOf(state),
    };

    private static string? Traffic(Connections traffic) => traffic.IsEmpty ? null : traffic.ToString();

    private static string WordOf(Reachable state) => state switch { Reachable.Allowed => "allowed", Reachable.Denied => "denied", _ => "cannotTell" };
}
