using System.Globalization;

namespace ThreatBoard.Benchmarks;

/// <summary>What a person waits for on diagrams of N components, 1.5 N flows and 2 N threats that have their places.</summary>
public static class OpenDiagramBenchmark
{
    private const int Runs = 3;

    private static readonly int[] s_usual = [50, 200, 1_000, 3_000];

    /// <param name="sizes">Each N, at least 40; without any, those of the table that we compare with.</param>
    public static async Task RunAsync(IReadOnlyList<string> sizes)
    {
        var all = sizes.Count == 0 ? s_usual : [.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))];
        await using var browser = new BenchBrowser();
        await browser.StartAsync();
        // For the just-in-time compiler, on both sides.
        await MeasureAsync(await browser.DrawAsync(s_usual[0]), (_, _, _) => { });
        foreach (var size in all)
        {
            var diagram = await browser.DrawAsync(size);
            await MeasureAsync(diagram, (name, values, unit) => Figures.PrintMedian($"open-diagram.{size}.{name}", values, unit));
        }
    }

    private static async Task MeasureAsync(DrawnDiagram diagram, Action<string, IReadOnlyList<double>, string> print)
    {
        print("navigation", await ThriceAsync(_ => diagram.NavigateAsync()), "ms");
        print("click", await ThriceAsync(_ => diagram.OpenByClickAsync()), "ms");
        print("elements", [await diagram.ElementsAsync()], "elements");
        print("pan-p95", await ThriceAsync(async _ => Figures.Percentile(await diagram.PanAsync(), 95)), "ms");
        print("select", await ThriceAsync(diagram.SelectAsync), "ms");
        print("add", await ThriceAsync(_ => diagram.AddAsync()), "ms");
    }

    private static async Task<IReadOnlyList<double>> ThriceAsync(Func<int, Task<double>> run)
    {
        var values = new List<double>();
        for (var i = 0; i < Runs; i++) values.Add(await run(i));
        return values;
    }
}
