using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Sources;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Snapshots;
using ThreatBoard.Testing;

namespace ThreatBoard.Kubernetes.Tests;

public sealed class CorpusTests
{
    [Theory]
    [InlineData("bookinfo", 52, 17, 6)]
    [InlineData("cert-manager", 46, 8, 0)]
    [InlineData("cta-k8s-guestbook", 11, 8, 4)]
    [InlineData("cta-openshift", 19, 9, 8)]
    [InlineData("cta-score-demo", 13, 8, 2)]
    [InlineData("cta-sockshop", 44, 20, 4)]
    [InlineData("guestbook-go", 6, 8, 1)]
    [InlineData("istio-addons", 38, 14, 3)]
    [InlineData("k8s-examples-cassandra", 3, 5, 0)]
    [InlineData("kubernetes-goat", 33, 19, 1)]
    [InlineData("kubernetes-goat-helm-template", 1, 0, 0)]
    [InlineData("metrics-server", 9, 5, 0)]
    [InlineData("minikube-cluster-dump", 253, 16, 6)]
    [InlineData("misc-limits-quotas", 39, 7, 0)]
    [InlineData("online-boutique", 40, 18, 19)]
    [InlineData("online-boutique-netpol", 48, 18, 18)]
    [InlineData("sock-shop", 42, 20, 2)]
    [InlineData("three-tier-reference", 20, 8, 4)]
    [InlineData("wordpress-mysql", 7, 8, 3)]
    [InlineData("zookeeper", 4, 5, 0)]
    public void Every_application_is_read_derived_judged_and_stored(string name, int objects, int components, int flows)
    {
        var folder = Corpus.At("manifests", name);
        Assert.SkipWhen(folder is null, Corpus.Absent);
        var uploads = Directory.EnumerateFiles(folder!, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".yaml" or ".yml" or ".json")
            .Order(StringComparer.Ordinal)
            .Select(f => new Upload(Path.GetRelativePath(folder!, f), File.ReadAllBytes(f)));

        var model = TestModel.Of([.. uploads]);

        Assert.Equal((objects, components, flows), (model.Reading.Objects.Length, model.Content.CountOf<Component>(), model.Content.CountOf<Flow>()));
        Assert.Null(model.Reading.Spent.Exhausted);
        var findings = model.AllFindings();
        Assert.Equal(findings.Count, findings.Select(f => f.Key).Distinct().Count());
        Assert.Empty(Invariants.Check(model.Content.With(new Source { Id = DerivedContent.Self, Name = "s", Cluster = "prod" })));
        var snapshot = Snapshot.Of(model.Reading.Objects);
        Assert.Equal(snapshot.Hash, Snapshot.Of(snapshot.Restore()).Hash);
    }
}
