using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.PodSecurity;
using ThreatBoard.Testing;

namespace ThreatBoard.Kubernetes.Tests.PodSecurity;

/// <summary>The engine against Kubernetes' own fixtures: the folder is the level and the verdict, the file's name the check.</summary>
public sealed class PodSecurityConformanceTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Conformance", "pss")]
    public void Every_fixture_is_judged_as_Kubernetes_judges_it()
    {
        var root = Corpus.At("checks", "pss");
        Assert.SkipWhen(root is null, Corpus.Absent);
        var files = Directory.GetFiles(root!, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();

        var wrong = files.Select(file => Disagreement(file, Path.GetRelativePath(root!, file).Replace('\\', '/').Split('/'))).OfType<string>().ToList();

        output.WriteLine($"pss: {files.Count - wrong.Count}/{files.Count}");
        Assert.NotEmpty(files);
        Assert.Empty(wrong);
    }

    /// <summary>As in <c>v1.37/baseline/fail/hostports0.yaml</c>; null where the engine agrees.</summary>
    private static string? Disagreement(string file, string[] place)
    {
        var level = Enum.Parse<PodSecurityLevel>(place[1], ignoreCase: true);
        var version = PodSecurityVersion.Parse(place[0]);
        var model = TestModel.Of([new Upload("pod.yaml", File.ReadAllBytes(file))]);
        var workload = Assert.Single(model.Cluster.Workloads);
        var broken = PodSecurityLevels.Violations(workload, level, version).Select(v => v.Check.Name).ToList();
        var passes = model.Cluster.PodSecurity.LevelOf(workload, version) >= level;
        var check = Path.GetFileNameWithoutExtension(file).TrimEnd([.. "0123456789"]);
        var agrees = place[2] == "pass" ? passes && broken.Count == 0 : !passes && broken.Exists(name => IsSame(name, check));
        return agrees ? null : $"{string.Join('/', place)}: {(passes ? "passes" : $"fails {string.Join(", ", broken)}")}";
    }

    private static bool IsSame(string name, string check) => name.Equals(check, StringComparison.OrdinalIgnoreCase);
}
