using System.Diagnostics;
using ThreatBoard.Testing.Running;

namespace ThreatBoard.Benchmarks;

/// <summary>What <c>scripts/run --setup-only</c> takes in a copy of the checkout without anything that was built; packages come from the machine's caches where they are there.</summary>
public static class ColdSetUp
{
    private const string HomesOfRoot = "/var/lib/threatboard";
    private static readonly string[] s_built = ["--exclude-vcs", "--exclude=node_modules", "--exclude=.setup", "--exclude=.data", "--exclude=bin", "--exclude=obj", "--exclude=./wwwroot/js"];

    public static async Task RunAsync()
    {
        var copy = Directory.CreateTempSubdirectory("tb-cold-").FullName;
        try
        {
            var archive = Path.Combine(copy, "checkout.tar");
            await EndedWellAsync("tar", ["-cf", archive, "-C", Repository.Root, .. s_built, "."]);
            await EndedWellAsync("tar", ["-xf", archive, "-C", copy]);
            File.Delete(archive);
            var start = Stopwatch.GetTimestamp();
            await EndedWellAsync(Path.Combine(copy, "scripts", "run"), ["--setup-only"]);
            Figures.Print("start.cold", Stopwatch.GetElapsedTime(start).TotalSeconds, "s");
        }
        finally
        {
            foreach (var home in HomesOf(copy)) Directory.Delete(home, recursive: true);
            Directory.Delete(copy, recursive: true);
        }
    }

    /// <summary>As root the set-up makes a folder outside of the checkout, which holds the checkout's path.</summary>
    private static IEnumerable<string> HomesOf(string checkout) => Directory.Exists(HomesOfRoot)
        ? [.. Directory.EnumerateFiles(HomesOfRoot, "checkout", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
            .Where(file => File.ReadAllText(file).Trim() == checkout).Select(file => Path.GetDirectoryName(file)!)]
        : [];

    private static async Task EndedWellAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}:\n{output}");
    }
}
