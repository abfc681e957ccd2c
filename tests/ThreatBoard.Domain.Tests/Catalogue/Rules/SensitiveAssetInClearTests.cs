using ThreatBoard.Domain.Catalogue.Rules;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Catalogue.Rules;

public sealed class SensitiveAssetInClearTests
{
    private readonly TwoNamespaces<SensitiveAssetInClear> _model = new();

    [Theory]
    [InlineData(Classification.Restricted, Encryption.None, Answer.Found)]
    [InlineData(Classification.Confidential, Encryption.None, Answer.Found)]
    [InlineData(Classification.Confidential, Encryption.Unknown, Answer.CannotTell)]
    [InlineData(Classification.Unclassified, Encryption.None, Answer.CannotTell)]
    [InlineData(Classification.Internal, Encryption.None, Answer.NotFound)]
    [InlineData(Classification.Restricted, Encryption.Tls, Answer.NotFound)]
    public void A_flow_is_judged_by_what_it_carries_and_its_encryption(Classification classification, Encryption encryption, Answer expected)
    {
        _model.Sketch.Flow(_model.Api, _model.Database, new() { Encryption = encryption }, _model.Sketch.Asset("data", classification));
        Assert.Equal(expected, _model.Answer);
    }

    [Fact]
    public void A_flow_that_carries_nothing_known_is_no_finding()
    {
        _model.Sketch.Flow(_model.Api, _model.Database, new() { Encryption = Encryption.None });
        Assert.Empty(_model.Answers);
    }
}
