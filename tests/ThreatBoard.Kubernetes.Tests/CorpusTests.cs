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
    [InlineData("bookinfo", 52)]
    [InlineData("cert-manager", 46)]
    [InlineData("cta-k8s-guestbook", 11)]
    [InlineData("cta-openshift", 19)]
    [InlineData("cta-score-demo", 13)]
    [InlineData("cta-sockshop", 44)]
    [InlineData("guestbook-go", 6)]
    [InlineData("istio-addons", 38)]
    [InlineData("k8s-examples-cassandra", 3)]
    [InlineData("kubernetes-goat", 33)]
    [InlineData("kubernetes-goat-helm-template", 1)]
    [InlineData("metrics-server", 9)]
    [InlineData("minikube-cluster-dump", 253)]
    [InlineData("misc-limits-quotas", 39)]
    [InlineData("online-boutique", 40)]
    [InlineData("online-boutique-netpol", 48)]
    [InlineData("sock-shop", 42)]
    [InlineData("three-tier-reference", 20)]
    [InlineData("wordpress-mysql", 7)]
    [InlineData("zookeeper", 4)]
    public void Every_application_is_read_derived_judged_and_stored(string name, int objects)
    {
        var folder = Corpus.At("manifests", name);
        Assert.SkipWhen(folder is null, Corpus.Absent);
        var uploads = Directory.EnumerateFiles(folder!, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".yaml" or ".yml" or ".json")
            .Order(StringComparer.Ordinal)
            .Select(f => new Upload(Path.GetRelativePath(folder!, f), File.ReadAllBytes(f)));

        var model = TestModel.Of([.. uploads]);

        Assert.Equal(objects, model.Reading.Objects.Length);
        Assert.Null(model.Reading.Spent.Exhausted);
        var findings = model.AllFindings();
        Assert.Equal(findings.Count, findings.Select(f => f.Key).Distinct().Count());
        Assert.Empty(Invariants.Check(model.Content.With(new Source { Id = DerivedContent.Self, Name = "s", Cluster = "prod" })));
        var snapshot = Snapshot.Of(model.Reading.Objects);
        Assert.Equal(snapshot.Hash, Snapshot.Of(snapshot.Restore()).Hash);
    }
}
