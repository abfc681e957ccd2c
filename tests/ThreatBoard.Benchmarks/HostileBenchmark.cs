using ThreatBoard.Kubernetes.Derivation;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Benchmarks;

/// <summary>What each hostile upload costs in time and memory, whether it is read or refused.</summary>
public static class HostileBenchmark
{
    public static Task RunAsync()
    {
        Measure("warm-up", HostileUploads.All[0].Upload);
        foreach (var (name, upload) in HostileUploads.All) Measure(name, upload);
        return Task.CompletedTask;
    }

    private static void Measure(string name, Upload upload)
    {
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var (reading, objects) = (default(ManifestReading), 0);
        using var peak = new HeapPeak();
        var milliseconds = Figures.Time(() =>
        {
            reading = ManifestReader.Read([upload]);
            objects = ModelDerivation.Of(reading.Objects, new SourceDescription("cluster", "", "hostile")).Content.Count;
        });
        if (name == "warm-up") return;
        Figures.Print($"hostile.{name}.time", milliseconds, "ms");
        Figures.Print($"hostile.{name}.peak", peak.Megabytes, "MB");
        Figures.Print($"hostile.{name}.allocated", (GC.GetTotalAllocatedBytes(precise: true) - before) / 1_000_000.0, "MB");
        Figures.Print($"hostile.{name}.entities", objects, "entities");
        Figures.Print($"hostile.{name}.refused", reading!.Problems.Count(problem => problem.Severity is ProblemSeverity.Refused), "refusals");
    }
}
