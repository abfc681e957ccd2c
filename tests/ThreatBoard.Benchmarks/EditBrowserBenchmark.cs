namespace ThreatBoard.Benchmarks;

/// <summary>One rename after the other on a diagram of 1,000 components, from the key to the page that says it is stored.</summary>
public static class EditBrowserBenchmark
{
    private const int Components = 1_000;
    private const int WarmUp = 10;
    private const int Edits = 100;

    public static async Task RunAsync()
    {
        await using var browser = new BenchBrowser();
        await browser.StartAsync();
        var diagram = await browser.DrawAsync(Components);
        await diagram.OpenSelectedAsync();
        var times = new List<double>();
        for (var i = 0; i < WarmUp + Edits; i++)
        {
            var took = await diagram.RenameAsync($"renamed {i}");
            if (i >= WarmUp) times.Add(took);
        }

        Figures.Print("edit-browser.p50", Figures.Percentile(times, 50), "ms");
        Figures.Print("edit-browser.p99", Figures.Percentile(times, 99), "ms");
    }
}
