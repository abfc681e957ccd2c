using System.Text.Json;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Testing;

namespace ThreatBoard.Kubernetes.Tests.Reachability;

[Trait("Conformance", "netpol-refused")]
public sealed class RefusedConformanceTests(ITestOutputHelper output)
{
    private const string MustBeRefused = "Input_dir_has_";

    [Fact]
    public void What_the_cluster_would_refuse_is_refused_by_name_and_the_rest_is_read_as_far_as_it_can_be()
    {
        var folder = Corpus.At("netpol", "refused");
        Assert.SkipWhen(folder is null, Corpus.Absent);
        var wrong = new List<string>();
        var words = Words(Path.Combine(folder!, "..", "cases.json"));
        var inputs = Directory.EnumerateDirectories(folder!).Order(StringComparer.Ordinal).ToList();
        foreach (var input in inputs)
        {
            var name = Path.GetFileName(input);
            var reading = CorpusFolder.Read(CorpusFolder.Manifests(Path.Combine(input, "input")));
            var told = Connectivity.Of(reading, ReachSettings.NetpolAnalyzer);
            var fault = name.StartsWith(MustBeRefused, StringComparison.Ordinal) ? FaultOfRefusal(told, [.. words[name]]) : FaultOfReading(told, reading) ?? FaultOfLines(told, Path.Combine(input, "expected"));
            if (fault is not null) wrong.Add($"{name}: {fault}\n{string.Join('\n', told.Refusals.Concat(told.Notes))}");
            else output.WriteLine($"{name}: {told.Refusals.Concat(told.Notes).First()}");
        }

        output.WriteLine($"{inputs.Count - wrong.Count}/{inputs.Count} inputs");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static ILookup<string, string> Words(string file)
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(file));
        return cases.RootElement.GetProperty("refused").EnumerateArray()
            .SelectMany(one => one.GetProperty("errorTextContains").EnumerateArray().Select(text => (Name: Path.GetFileName(one.GetProperty("case").GetString()!), Text: text.GetString()!)))
            .ToLookup(w => w.Name, w => w.Text, StringComparer.Ordinal);
    }

    private static string? FaultOfRefusal(Connectivity told, IReadOnlyList<string> words)
    {
        if (!told.IsRefused) return "not refused";
        if (!told.Refusals.All(refusal => told.Cluster.Policies.Select(p => p.Object.Name).Concat(Wide(told)).Any(name => refusal.Contains($"{name}'", StringComparison.Ordinal)))) return "names no object";
        return words.All(word => told.Refusals.Any(refusal => refusal.Contains(word, StringComparison.Ordinal))) ? null : "without its words";
    }

    private static IEnumerable<string> Wide(Connectivity told) =>
        new[] { "AdminNetworkPolicy", "BaselineAdminNetworkPolicy" }.SelectMany(told.Cluster.All).Select(policy => policy.Object.Name);

    private static string? FaultOfReading(Connectivity told, ManifestReading reading) =>
        told.IsRefused ? "refused"
        : told.Notes.Length == 0 ? "nothing is said"
        : !told.Notes.Any(note => reading.Files.Any(file => note.Contains(file, StringComparison.Ordinal)) || note.StartsWith("No ", StringComparison.Ordinal)) ? "names neither file nor what is missing"
        : null;

    private static string? FaultOfLines(Connectivity told, string expected)
    {
        if (!Directory.Exists(expected)) return null;
        var lines = File.ReadAllLines(Directory.EnumerateFiles(expected, "*_connlist_output.txt").Single()).Where(line => line.Length > 0);
        return lines.SequenceEqual(NetpolAnalyzerText.Lines(told.Cluster, told.Reach), StringComparer.Ordinal) ? null : "other lines";
    }
}
