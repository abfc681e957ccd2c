using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Revisions;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Serialization;
using ThreatBoard.Web.Comparing;
using ThreatBoard.Web.Features.Revisions;

namespace ThreatBoard.Benchmarks;

/// <summary>Two states of a model of 5,000 components, 7,500 flows and 15,000 threats, one in a hundred changed: for the changes alone, and to the screen.</summary>
public static class CompareBenchmark
{
    private const int Runs = 9;
    private const int Components = 5_000;
    private const int Threats = 15_000;

    /// <summary>Each pair is compared for the first time.</summary>
    private const int Pairs = 3;

    public static async Task RunAsync()
    {
        var before = GeneratedModel.Of(Components, Threats);
        Reckon(before, GeneratedModel.OnePercentChanged(before));
        await using var browser = new BenchBrowser();
        await browser.StartAsync();
        await ShowAsync(browser, before);
    }

    private static void Reckon(ModelContent before, ModelContent after)
    {
        // As revisions bring them back: no row is the same object on both sides.
        var json = CanonicalJson.Write(after, ModelPart.Content);
        var read = CanonicalJson.Read(json);
        Figures.Print("compare.entities", before.Count, "entities");
        Figures.Print("compare.changes", Comparison.Between(before, after).Length, "changes");
        Figures.Print("compare.shared", Figures.MedianOf(Runs, () => Comparison.Between(before, after)), "ms");
        Figures.Print("compare.apart", Figures.MedianOf(Runs, () => Comparison.Between(before, read)), "ms");
        Figures.Print("compare.tree", Figures.MedianOf(Runs, () => TreeLines.Of(RevisionComparison.Of(before, read), null, null)), "ms");
        Figures.Print("compare.tree-all-added", Figures.MedianOf(Runs, () => TreeLines.Of(RevisionComparison.Of(ModelContent.Empty, read), null, null)), "ms");
        Figures.Print("compare.risk", Figures.MedianOf(Runs, () => RiskComparison.Of(before, read)), "ms");
        Figures.Print("compare.sums", Figures.MedianOf(Runs, () => RiskChange.Of(before, read)), "ms");
        Figures.Print("compare.restore-plan", Figures.MedianOf(Runs, () => RestorePlan.Of(read, before, only: null)), "ms");
        Figures.Print("compare.write-json", Figures.MedianOf(Runs, () => CanonicalJson.Write(after, ModelPart.Content)), "ms");
        Figures.Print("compare.read-json", Figures.MedianOf(Runs, () => CanonicalJson.Read(json)), "ms");
        Figures.Print("compare.hash", Figures.MedianOf(Runs, () => ContentHash.Of(after)), "ms");
        Figures.Print("compare.json", json.Length / 1_000_000.0, "MB");
    }

    /// <summary>From the click on a link in a circuit that is there already until the first changes are seen; both revisions are read and compared within.</summary>
    private static async Task ShowAsync(BenchBrowser browser, ModelContent content)
    {
        var model = await browser.PublishAsync(content, Pairs + 1);
        // For the just-in-time compiler, on both sides.
        await browser.CompareAsync(model, "0..1", "");
        var values = new List<double>();
        for (var pair = 1; pair <= Pairs; pair++) values.Add(await browser.CompareAsync(model, $"{pair}..{pair + 1}", ""));
        Figures.PrintMedian("compare.to-screen", values, "ms");
        Figures.PrintMedian("compare.to-risk", [await browser.CompareAsync(model, "1..3", "/risk")], "ms");
        Figures.PrintMedian("compare.all-added-to-screen", [await browser.CompareAsync(model, "0..2", "")], "ms");
        Figures.Print("compare.lines-in-page", await browser.LinesAsync(), "lines");
    }
}
