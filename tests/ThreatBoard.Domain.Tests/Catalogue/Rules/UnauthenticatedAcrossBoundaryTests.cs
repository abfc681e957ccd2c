using ThreatBoard.Domain.Catalogue.Rules;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Catalogue.Rules;

public sealed class UnauthenticatedAcrossBoundaryTests
{
    private readonly TwoNamespaces<UnauthenticatedAcrossBoundary> _model = new();

    [Theory]
    [InlineData(Authentication.None, Answer.Found)]
    [InlineData(Authentication.Unknown, Answer.CannotTell)]
    [InlineData(Authentication.Token, Answer.NotFound)]
    public void A_flow_between_namespaces_is_judged_by_its_authentication(Authentication authentication, Answer expected)
    {
        _model.Sketch.Flow(_model.Web, _model.Api, new() { Authentication = authentication });
        Assert.Equal(expected, _model.Answer);
    }

    [Fact]
    public void Flows_inside_one_namespace_and_callers_from_outside_are_left_to_other_rules()
    {
        _model.Sketch.Flow(_model.Api, _model.Database, new() { Authentication = Authentication.None });
        _model.Sketch.Flow(_model.User, _model.Web, new() { Authentication = Authentication.None });
        Assert.Empty(_model.Answers);
    }
}
