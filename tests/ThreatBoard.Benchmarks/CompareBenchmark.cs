using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Revisions;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Serialization;
using ThreatBoard.Web.Comparing;

namespace ThreatBoard.Benchmarks;

/// <summary>Two states of a model of 3,000 components, 4,500 flows and 10,000 threats, one in a hundred changed.</summary>
public static class CompareBenchmark
{
    private const int Runs = 9;

    public static Task RunAsync()
    {
        var before = GeneratedModel.Of(3_000, 10_000);
        var after = GeneratedModel.OnePercentChanged(before);
        // As revisions bring them back: no row is the same object on both sides.
        var json = CanonicalJson.Write(after, ModelPart.Content);
        var read = CanonicalJson.Read(json);
        Figures.Print("compare.entities", before.Count, "entities");
        Figures.Print("compare.changes", Comparison.Between(before, after).Length, "changes");
        Figures.Print("compare.shared", Figures.MedianOf(Runs, () => Comparison.Between(before, after)), "ms");
        Figures.Print("compare.apart", Figures.MedianOf(Runs, () => Comparison.Between(before, read)), "ms");
        Figures.Print("compare.risk", Figures.MedianOf(Runs, () => RiskChange.Of(before, after)), "ms");
        Figures.Print("compare.page", Figures.MedianOf(Runs, () => RevisionComparison.Of(before, read)), "ms");
        Figures.Print("compare.write-json", Figures.MedianOf(Runs, () => CanonicalJson.Write(after, ModelPart.Content)), "ms");
        Figures.Print("compare.read-json", Figures.MedianOf(Runs, () => CanonicalJson.Read(json)), "ms");
        Figures.Print("compare.hash", Figures.MedianOf(Runs, () => ContentHash.Of(after)), "ms");
        Figures.Print("compare.json", json.Length / 1_000_000.0, "MB");
        return Task.CompletedTask;
    }
}
