using ThreatBoard.Domain.Catalogue.Rules;
using ThreatBoard.Domain.Controls;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Catalogue.Rules;

public sealed class UnmetEntryDemandTests
{
    private readonly TwoNamespaces<UnmetEntryDemand> _model = new();

    [Theory]
    [InlineData(Encryption.Tls, Answer.Found)]
    [InlineData(Encryption.None, Answer.Found)]
    [InlineData(Encryption.Unknown, Answer.CannotTell)]
    [InlineData(Encryption.MutualTls, Answer.NotFound)]
    public void What_enters_a_namespace_that_asks_for_mutual_tls_is_judged_by_its_encryption(Encryption encryption, Answer expected)
    {
        Ask(ControlNames.MutualTlsOnEntry);
        _model.Sketch.Flow(_model.Web, _model.Api, new() { Encryption = encryption });
        Assert.Equal(expected, _model.Answer);
    }

    [Theory]
    [InlineData(Authentication.None, Answer.Found)]
    [InlineData(Authentication.Unknown, Answer.CannotTell)]
    [InlineData(Authentication.Token, Answer.NotFound)]
    public void Or_by_its_authentication(Authentication authentication, Answer expected)
    {
        Ask(ControlNames.AuthenticatedOnEntry);
        _model.Sketch.Flow(_model.Web, _model.Api, new() { Authentication = authentication });
        Assert.Equal(expected, _model.Answer);
    }

    [Fact]
    public void What_stays_inside_or_leaves_is_not_asked()
    {
        Ask(ControlNames.MutualTlsOnEntry);
        _model.Sketch.Flow(_model.Api, _model.Database);
        _model.Sketch.Flow(_model.Api, _model.Web);
        Assert.Empty(_model.Answers);
    }

    [Fact]
    public void Two_demands_of_one_flow_are_two_findings_and_no_question_for_people()
    {
        Ask(ControlNames.MutualTlsOnEntry);
        Ask(ControlNames.AuthenticatedOnEntry);
        _model.Sketch.Flow(_model.Web, _model.Api, new() { Encryption = Encryption.None, Authentication = Authentication.None });
        Assert.Equal(2, _model.Answers.Select(finding => finding.Key).Distinct().Count());
        Assert.Empty(ControlQuestion.In(_model.Sketch.Content));
        Assert.Empty(new RequiredControlMissing().Examine(_model.Sketch.Graph));
    }

    private void Ask(string name) => _model.Sketch.Put(new Control
    {
        Id = new(_model.Sketch.NextId()), Of = EntityRef.To(_model.Back), Name = name, Demand = ControlDemand.Required,
    });
}
