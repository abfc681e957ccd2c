using System.Collections.Immutable;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Sources;
using ThreatBoard.Kubernetes.Catalogue;
using ThreatBoard.Kubernetes.Derivation;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Testing;

namespace ThreatBoard.Benchmarks;

/// <summary>How fast the rules judge: those of the model over a generated one, those of Kubernetes over a cluster's dump.</summary>
public static class RulesBenchmark
{
    private const int Runs = 7;

    public static Task RunAsync()
    {
        var content = GeneratedModel.Of(1_000, 0);
        Measure("rules.model", DomainRules.All.Length, content, () => RuleRun.Of(new ModelGraph(content), DomainRules.All));
        if (Corpus.At("manifests", "minikube-cluster-dump") is { } folder) MeasureKubernetes(folder);
        else Console.Error.WriteLine($"Without Kubernetes. {Corpus.Absent}");
        return Task.CompletedTask;
    }

    private static void MeasureKubernetes(string folder)
    {
        var uploads = Directory.EnumerateFiles(folder, "*.y*ml", SearchOption.AllDirectories).Select(file => new Upload(file, File.ReadAllBytes(file)));
        var objects = ManifestReader.Read(uploads).Objects;
        var source = new Source { Id = Id<Source>.New(TimeProvider.System), Name = "dump", Cluster = "minikube" };
        var derived = ModelDerivation.Of(objects, new SourceDescription(source.Cluster, "", source.Name));
        var proposal = SourceUpdate.Propose(ModelContent.Empty, source, DerivedContent.Nothing, derived, [], TimeProvider.System);
        var content = ModelContent.Empty.Apply(proposal.Accept(ModelContent.Empty, []));
        var readings = new Dictionary<Id<Source>, ImmutableArray<KubernetesObject>> { [source.Id] = objects };
        Measure("rules.kubernetes", KubernetesRules.All.Length, content, () => KubernetesRules.Run(content, readings));
    }

    private static void Measure(string name, int rules, ModelContent content, Func<RuleRun> run)
    {
        var elements = content.CountOf<Component>() + content.CountOf<Boundary>() + content.CountOf<Flow>();
        var findings = run().Findings.Length;
        var milliseconds = Figures.MedianOf(Runs, () => run());
        Figures.Print($"{name}.rules", rules, "rules");
        Figures.Print($"{name}.elements", elements, "elements");
        Figures.Print($"{name}.evaluations", rules * elements / milliseconds * 1_000, "/s");
        Figures.Print($"{name}.findings", findings, "findings");
        Figures.Print($"{name}.findings-rate", findings / milliseconds * 1_000, "/s");
        Figures.Print($"{name}.total", milliseconds, "ms");
    }
}
