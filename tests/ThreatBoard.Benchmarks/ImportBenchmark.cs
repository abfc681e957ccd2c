using System.Diagnostics;
using ThreatBoard.Data;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Testing;
using ThreatBoard.Web.Importing;

namespace ThreatBoard.Benchmarks;

/// <summary>A folder of manifests from bytes to a judged model.</summary>
public static class ImportBenchmark
{
    private static readonly string[] s_endings = [".yaml", ".yml", ".json"];
    private static readonly string[] s_usual = ["online-boutique-netpol", "minikube-cluster-dump"];

    /// <param name="folder">Read recursively; without one, two folders of the corpus.</param>
    public static async Task RunAsync(string? folder)
    {
        if (folder is not null && !Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no folder {folder}.");
        var folders = folder is not null ? [folder] : s_usual.Select(name => Corpus.At("manifests", name)).OfType<string>().ToList();
        if (folders.Count == 0) Console.Error.WriteLine($"Name a folder. {Corpus.Absent}");
        await using var database = await BenchDatabase.StartAsync();
        foreach (var one in folders)
        {
            // Once for the just-in-time compiler and the database's caches.
            await MeasureAsync(database, one, (_, _, _) => { });
            await MeasureAsync(database, one, Figures.Print);
        }
    }

    private static async Task MeasureAsync(BenchDatabase database, string folder, Action<string, double, string> print)
    {
        var name = $"import.{Path.GetFileName(folder.TrimEnd('/'))}";
        var uploads = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => s_endings.Contains(Path.GetExtension(file), StringComparer.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => new Upload(Path.GetRelativePath(folder, file), File.ReadAllBytes(file))).ToList();
        var model = await database.NewModelAsync();
        var start = Stopwatch.GetTimestamp();
        var reading = ManifestReader.Read(uploads);
        var read = Stopwatch.GetElapsedTime(start);
        var import = await database.Get<StoreReading>().RunAsync(model, new("benchmark", "cluster", "production"), reading, CancellationToken.None);
        var waiting = await database.Get<WaitingImports>().FindAsync(model, import.SourceId, CancellationToken.None);
        var shown = Stopwatch.GetElapsedTime(start);
        var accepted = await database.Get<AcceptImport>().RunAsync(model, waiting!, CancellationToken.None);
        var whole = Stopwatch.GetElapsedTime(start);
        if (accepted.Problem is { } problem) throw new InvalidOperationException(problem);
        var content = (await database.Get<LiveModels>().ReadAsync(model, CancellationToken.None)).Content;
        print($"{name}.files", uploads.Count, "files");
        print($"{name}.objects", reading.Objects.Length, "objects");
        print($"{name}.components", content.CountOf<Component>(), "components");
        print($"{name}.flows", content.CountOf<Flow>(), "flows");
        print($"{name}.threats", content.CountOf<Threat>(), "threats");
        print($"{name}.read", read.TotalMilliseconds, "ms");
        print($"{name}.until-shown", shown.TotalMilliseconds, "ms");
        print($"{name}.whole", whole.TotalMilliseconds, "ms");
    }
}
