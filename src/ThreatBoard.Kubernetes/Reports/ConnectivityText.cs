using System.Globalization;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reports;

/// <summary>Who can reach whom, for a person at a terminal: a block a workload, with the policies that decide where they are asked for.</summary>
public static class ConnectivityText
{
    private const int MostPlaces = 12;

    /// <param name="report">What is told.</param>
    /// <param name="output">Where to.</param>
    /// <param name="explained">Which policy and rule admits or denies each pair.</param>
    public static void Write(ConnectivityReport report, TextWriter output, bool explained)
    {
        explained |= report.IsOnePair;
        var connections = report.Connections(explained).ToLookup(connection => connection.From);
        foreach (var source in report.Sources)
        {
            output.WriteLine(PlainText.OneLine(ConnectivityReport.NameOf(source)));
            if (explained) foreach (var one in connections[source]) WriteExplained(one, output);
            else WriteShort([.. connections[source]], report, output);
            if (!report.IsOnePair) WriteOutside(source, report, output);
            output.WriteLine();
        }

        if (!report.IsOnePair) WriteEntries(report, output);
        if (report.Further > 0) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… and {report.Further} more pairs: name a workload with --from or --to."));
    }

    private static void WriteShort(List<ReportedConnection> connections, ConnectivityReport report, TextWriter output)
    {
        var others = report.Destinations.Count() - (report.To is null ? 1 : 0);
        if (connections.Count == 0 && others > 0) output.WriteLine("  reaches no other pod");
        foreach (var same in connections.GroupBy(connection => WordsOf(connection.Verdict), StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal))
        {
            var names = same.Count() == others && others > 1
                ? $"every other pod ({others})"
                : string.Join(", ", same.Take(MostPlaces).Select(one => ConnectivityReport.NameOf(one.To))) + (same.Count() > MostPlaces ? $" and {same.Count() - MostPlaces} more" : "");
            output.WriteLine($"  → {PlainText.OneLine(names, 2_000)}: {same.Key}");
        }
    }

    private static void WriteExplained(ReportedConnection one, TextWriter output)
    {
        output.WriteLine($"  → {PlainText.OneLine(ConnectivityReport.NameOf(one.To))}: {WordsOf(one.Verdict)}");
        foreach (var reason in one.Reasons) output.WriteLine($"      {(reason.Direction is Direction.Egress ? "out" : "in ")}  {PlainText.OneLine(reason.Text, 1_000)}");
    }

    private static void WriteOutside(Workload workload, ConnectivityReport report, TextWriter output)
    {
        foreach (var (direction, word) in new[] { (Direction.Egress, "→ outside"), (Direction.Ingress, "← outside") })
        {
            var ranges = report.Outside(workload, direction).ToList();
            if (ranges.Count == report.Reach.Outside(workload, direction).Count && ranges.Select(range => WordsOf(range.Verdict)).Distinct(StringComparer.Ordinal).Take(2).ToList() is [var same])
            {
                output.WriteLine($"  {word}, any address: {same}");
                continue;
            }

            foreach (var range in ranges.Take(MostPlaces)) output.WriteLine($"  {word} {range.Range}: {WordsOf(range.Verdict)}");
            if (ranges.Count > MostPlaces) output.WriteLine($"  {word}: {ranges.Count - MostPlaces} more ranges; --format json has them all");
        }
    }

    private static void WriteEntries(ConnectivityReport report, TextWriter output)
    {
        var entries = report.Entries().ToList();
        output.WriteLine(entries.Count == 0 ? "Nothing is opened to the outside." : "Opened to the outside:");
        foreach (var (entry, state) in entries)
            output.WriteLine(PlainText.OneLine($"  {entry.Via}{(entry.Host.Length > 0 ? $" ({entry.Host})" : "")} → {ConnectivityReport.NameOf(entry.Workload)} {entry.Protocol.ToString().ToUpperInvariant()} {entry.Port?.ToString(CultureInfo.InvariantCulture) ?? "of an unknown number"}{(entry.IsInternal ? ", from the provider's network" : "")}: {WordOf(state)}"));
    }

    private static string WordsOf(Verdict verdict) =>
        verdict.State is Reachable.Denied ? "denied"
        : string.Join("; ", new[] { verdict.Allowed.IsEmpty ? "" : $"{verdict.Allowed}", verdict.Unknown.IsEmpty ? "" : $"cannot tell {verdict.Unknown}" }.Where(part => part.Length > 0));

    private static string WordOf(Reachable state) => state switch { Reachable.Allowed => "policies let it in", Reachable.Denied => "denied by policies", _ => "cannot tell whether policies let it in" };
}
