using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Paths;
using ThreatBoard.Kubernetes.Workloads;
using ThreatBoard.Testing;

namespace ThreatBoard.Kubernetes.Tests.Paths;

/// <summary>What the attack graph says of clusters that others wrote, printed for people to judge.</summary>
public sealed class CorpusPathsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("kubernetes-goat")]
    [InlineData("minikube-cluster-dump")]
    [InlineData("online-boutique")]
    [InlineData("sock-shop")]
    [InlineData("cert-manager")]
    public void The_top_paths_are_printed(string set)
    {
        var graph = Of(set);
        output.WriteLine($"{graph.Nodes.Length} nodes, {graph.EdgeCount} edges");
        foreach (var path in graph.From(graph.Internet).Assets.Take(5).Select(gain => graph.Path(graph.Internet, gain.Node)!)) Print(path);
        foreach (var gain in graph.To(graph.ApiServer).From.Where(gain => gain.Node.Kind is NodeKind.Container).Take(12)) Print(graph.Path(gain.Node, graph.ApiServer)!);

        Assert.False(graph.IsCut);
    }

    [Fact]
    public void The_goat_gets_out_of_its_pods()
    {
        var graph = Of("kubernetes-goat");

        Assert.Contains(graph.Path(graph.Node("default/health-check-deployment/health-check"), graph.Node("Node/?"))!.Steps, step => step.Code == "privileged");
        Assert.Equal("token read-secrets", graph.Codes("big-monolith/hunger-check-deployment/hunger-check", "Secret/big-monolith/vaultapikey"));
        Assert.Equal("everything", graph.Codes("ServiceAccount/kube-system/superadmin", "api-server"));
    }

    private static AttackGraph Of(string set)
    {
        var folder = Corpus.At("manifests", set);
        Assert.SkipWhen(folder is null, Corpus.Absent);
        var uploads = Directory.EnumerateFiles(folder!, "*.y*ml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => new Upload(Path.GetRelativePath(folder!, file), File.ReadAllBytes(file)));
        return Cluster.Of(ManifestReader.Read(uploads).Objects).Attack;
    }

    private void Print(AttackPath path)
    {
        output.WriteLine(path.ToString());
        foreach (var step in path.Steps) output.WriteLine($"    [{step.Code}] {step.Because}");
    }
}
