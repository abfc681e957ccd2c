using ThreatBoard.Domain.Catalogue.Rules;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Catalogue.Rules;

public sealed class CredentialsInClearTests
{
    private readonly TwoNamespaces<CredentialsInClear> _model = new();

    [Theory]
    [InlineData(Authentication.Password, Encryption.None, Answer.Found)]
    [InlineData(Authentication.Token, Encryption.None, Answer.Found)]
    [InlineData(Authentication.OAuth, Encryption.Unknown, Answer.CannotTell)]
    [InlineData(Authentication.Password, Encryption.Tls, Answer.NotFound)]
    [InlineData(Authentication.None, Encryption.None, Answer.NotFound)]
    [InlineData(Authentication.Unknown, Encryption.None, Answer.NotFound)]
    public void A_flow_is_judged_by_what_the_caller_shows_on_it(Authentication authentication, Encryption encryption, Answer expected)
    {
        _model.Sketch.Flow(_model.Api, _model.Database, new() { Authentication = authentication, Encryption = encryption });
        Assert.Equal(expected, _model.Answer);
    }
}
