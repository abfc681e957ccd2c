using System.Text.Json;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Testing;

namespace ThreatBoard.Kubernetes.Tests.Reachability;

[Trait("Conformance", "netpol-analyzer")]
public sealed class NetpolAnalyzerConformanceTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_case_is_written_line_for_line()
    {
        var folder = Corpus.At("netpol");
        Assert.SkipWhen(folder is null, Corpus.Absent);
        using var cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder!, "cases.json")));
        var wrong = new List<string>();
        var (agree, lines) = (0, 0);
        var all = cases.RootElement.GetProperty("connectivity").EnumerateArray().ToList();
        foreach (var one in all)
        {
            var at = Path.Combine(folder!, one.GetProperty("case").GetString()!);
            var told = Connectivity.Of(CorpusFolder.Read(CorpusFolder.Manifests(Path.Combine(at, "input"))), ReachSettings.NetpolAnalyzer);
            var expected = Expected(Path.Combine(at, one.GetProperty("expected")[0].GetString()!));
            var difference = told.Refusals.Concat(Difference(expected, NetpolAnalyzerText.Lines(told.Cluster, told.Reach))).ToList();
            lines += expected.Count;
            if (difference.Count == 0) agree++;
            else wrong.Add($"{one.GetProperty("case").GetString()}:\n{string.Join('\n', difference.Take(12))}");
        }

        output.WriteLine($"{agree}/{all.Count} cases of {lines} lines");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static IEnumerable<string> Difference(IReadOnlyList<string> expected, IReadOnlyList<string> told) =>
        expected.SequenceEqual(told, StringComparer.Ordinal)
            ? []
            : expected.Except(told, StringComparer.Ordinal).Select(line => $"- {line}").Concat(told.Except(expected, StringComparer.Ordinal).Select(line => $"+ {line}")).Append("(or the order)");

    private static List<string> Expected(string file)
    {
        if (Path.GetExtension(file) != ".json") return [.. File.ReadAllLines(file).Where(line => line.Length > 0)];
        using var lines = JsonDocument.Parse(File.ReadAllText(file));
        return [.. lines.RootElement.EnumerateArray().Select(line => $"{line.GetProperty("src")} => {line.GetProperty("dst")} : {line.GetProperty("conn")}")];
    }
}
