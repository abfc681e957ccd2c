using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Sources;
using ThreatBoard.Kubernetes.Catalogue;
using ThreatBoard.Kubernetes.Derivation;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Workloads;
using ThreatBoard.Testing;

namespace ThreatBoard.Benchmarks;

/// <summary>What each set of manifests of the corpus gives, and how long it takes to read, to derive and to judge it.</summary>
public static class ManifestsBenchmark
{
    private const int Times = 5;

    /// <param name="folder">A folder of sets, one a folder; the corpus' where none is given.</param>
    public static Task RunAsync(string? folder)
    {
        if ((folder ?? Corpus.At("manifests")) is not { } sets) return Console.Error.WriteLineAsync(Corpus.Absent);
        foreach (var set in Directory.EnumerateDirectories(sets).Order(StringComparer.Ordinal)) Measure(Path.GetFileName(set), UploadsOf(set));
        return Task.CompletedTask;
    }

    private static List<Upload> UploadsOf(string set) =>
    [
        .. Directory.EnumerateFiles(set, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".yaml" or ".yml" or ".json")
            .Order(StringComparer.Ordinal)
            .Select(file => new Upload(Path.GetRelativePath(set, file), File.ReadAllBytes(file))),
    ];

    private static void Measure(string name, List<Upload> uploads)
    {
        var (reading, derived) = (ManifestReader.Read(uploads), DerivedContent.Nothing);
        var milliseconds = Enumerable.Range(0, Times).Select(_ => Figures.Time(() =>
        {
            reading = ManifestReader.Read(uploads);
            derived = ModelDerivation.Of(reading.Objects, new SourceDescription("cluster", "", name));
        })).Order().ElementAt(Times / 2);
        Figures.Print($"manifests.{name}.objects", reading.Objects.Length, "objects");
        Figures.Print($"manifests.{name}.variants", FileChoice.Of(reading.Variants).Length, "choices");
        Figures.Print($"manifests.{name}.components", derived.Content.CountOf<Component>(), "components");
        Figures.Print($"manifests.{name}.flows", derived.Content.CountOf<Flow>(), "flows");
        Figures.Print($"manifests.{name}.time", milliseconds, "ms");
        Judge(name, reading, derived);
    }

    private static void Judge(string name, ManifestReading reading, DerivedContent derived)
    {
        var subjects = new Subjects(derived.Content, new HashSet<Id<Source>> { DerivedContent.Self }, "cluster");
        var findings = ImmutableArray<Finding>.Empty;
        var milliseconds = Enumerable.Range(0, Times).Select(_ => Figures.Time(() => findings = KubernetesRules.FindingsIn(Cluster.Of(reading.Objects, subjects)))).Order().ElementAt(Times / 2);
        Figures.Print($"manifests.{name}.findings", findings.Count(finding => finding.Answer == Answer.Found), "findings");
        Figures.Print($"manifests.{name}.questions", findings.Count(finding => finding.Answer == Answer.CannotTell), "findings that cannot be told");
        Figures.Print($"manifests.{name}.judging", milliseconds, "ms");
    }
}
