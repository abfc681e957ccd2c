using ThreatBoard.Domain.Catalogue.Rules;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Catalogue.Rules;

public sealed class CleartextAcrossBoundaryTests
{
    private readonly TwoNamespaces<CleartextAcrossBoundary> _model = new();

    [Theory]
    [InlineData(Encryption.None, Answer.Found)]
    [InlineData(Encryption.Unknown, Answer.CannotTell)]
    [InlineData(Encryption.Tls, Answer.NotFound)]
    [InlineData(Encryption.MutualTls, Answer.NotFound)]
    public void A_flow_between_namespaces_is_judged_by_its_encryption(Encryption encryption, Answer expected)
    {
        _model.Sketch.Flow(_model.Web, _model.Api, new() { Encryption = encryption });
        Assert.Equal(expected, _model.Answer);
    }

    [Fact]
    public void Cleartext_inside_one_namespace_is_no_finding()
    {
        _model.Sketch.Flow(_model.Api, _model.Database, new() { Encryption = Encryption.None });
        Assert.Equal(Answer.NotFound, _model.Answer);
    }

    [Fact]
    public void It_names_the_outermost_boundary_and_keeps_the_evidence_of_the_flow()
    {
        var flow = _model.Sketch.Flow(_model.User, _model.Api, new() { Encryption = Encryption.None });
        var seen = new Evidence("v1/Service/back/api", "spec.ports[0]", "80");
        _model.Sketch.Put(flow with { Evidence = [seen] });
        var finding = Assert.Single(_model.Answers);
        Assert.Equal("It crosses production unencrypted.", finding.Because);
        Assert.Equal([seen], finding.Evidence);
        Assert.Equal(EntityRef.To(flow), finding.Subject);
    }
}
