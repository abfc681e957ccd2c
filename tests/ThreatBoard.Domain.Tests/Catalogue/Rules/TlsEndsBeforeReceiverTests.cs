using ThreatBoard.Domain.Catalogue.Rules;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Catalogue.Rules;

public sealed class TlsEndsBeforeReceiverTests
{
    private readonly TwoNamespaces<TlsEndsBeforeReceiver> _model = new();

    [Theory]
    [InlineData(TlsEnd.Ingress, Answer.Found)]
    [InlineData(TlsEnd.LoadBalancer, Answer.Found)]
    [InlineData(TlsEnd.Unknown, Answer.CannotTell)]
    [InlineData(TlsEnd.Receiver, Answer.NotFound)]
    public void An_encrypted_flow_across_a_boundary_is_judged_by_where_its_tls_ends(TlsEnd end, Answer expected)
    {
        _model.Sketch.Flow(_model.User, _model.Web, new() { Encryption = Encryption.Tls, TlsEnds = end });
        Assert.Equal(expected, _model.Answer);
    }

    [Fact]
    public void Inside_one_boundary_and_without_encryption_it_is_no_finding()
    {
        _model.Sketch.Flow(_model.Api, _model.Database, new() { Encryption = Encryption.Tls, TlsEnds = TlsEnd.Proxy });
        _model.Sketch.Flow(_model.Web, _model.Api, new() { Encryption = Encryption.None, TlsEnds = TlsEnd.Proxy });
        Assert.Empty(_model.Answers);
    }
}
