using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Kubernetes.Tests.Reports;

public sealed class ManifestModelTests
{
    [Fact]
    public void Its_canonical_json_reads_back_as_the_same_content()
    {
        var model = Report.Model(Kubernetes.Samples.Sample.Weak);
        var json = model.ToCanonicalJson();

        var read = CanonicalJson.Read(json);

        Assert.Equal(model.Content.Count, read.Count);
        Assert.Equal(json, CanonicalJson.Write(read, Domain.Changes.ModelPart.Content));
        Assert.Equal("prod", Assert.Single(read.All<Source>()).Cluster);
        Assert.All(read.All<Component>().SelectMany(c => c.Origins), origin => Assert.Equal(model.Source.Id, origin.Source));
    }

    [Fact]
    public void The_same_manifests_give_the_same_bytes() =>
        Assert.Equal(Report.Model(Report.Weak).ToCanonicalJson(), Report.Model(Report.Weak).ToCanonicalJson());
}
