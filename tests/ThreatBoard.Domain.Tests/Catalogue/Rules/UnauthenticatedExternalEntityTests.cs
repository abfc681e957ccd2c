using ThreatBoard.Domain.Catalogue.Rules;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Catalogue.Rules;

public sealed class UnauthenticatedExternalEntityTests
{
    private readonly TwoNamespaces<UnauthenticatedExternalEntity> _model = new();

    [Theory]
    [InlineData(Authentication.None, Answer.Found)]
    [InlineData(Authentication.Unknown, Answer.CannotTell)]
    [InlineData(Authentication.OAuth, Answer.NotFound)]
    public void A_caller_from_outside_is_judged_by_its_authentication(Authentication authentication, Answer expected)
    {
        _model.Sketch.Flow(_model.User, _model.Web, new() { Authentication = authentication });
        Assert.Equal(expected, _model.Answer);
    }

    [Fact]
    public void Calls_from_inside_and_between_outsiders_are_not_its_business()
    {
        _model.Sketch.Flow(_model.Web, _model.Api, new() { Authentication = Authentication.None });
        _model.Sketch.Flow(_model.User, _model.Sketch.Outsider("partner"), new() { Authentication = Authentication.None });
        Assert.Empty(_model.Answers);
    }
}
