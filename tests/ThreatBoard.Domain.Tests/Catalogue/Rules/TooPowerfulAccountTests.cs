using ThreatBoard.Domain.Catalogue.Rules;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Catalogue.Rules;

public sealed class TooPowerfulAccountTests
{
    private readonly TwoNamespaces<TooPowerfulAccount> _model = new();

    [Theory]
    [InlineData(AccountPrivilege.Administrative, Answer.Found)]
    [InlineData(AccountPrivilege.MoreThanNeeded, Answer.Found)]
    [InlineData(AccountPrivilege.Unknown, Answer.CannotTell)]
    [InlineData(AccountPrivilege.LeastNeeded, Answer.NotFound)]
    public void A_flow_into_a_store_is_judged_by_its_account(AccountPrivilege privilege, Answer expected)
    {
        _model.Sketch.Flow(_model.Api, _model.Database, privilege: privilege);
        Assert.Equal(expected, _model.Answer);
    }

    [Fact]
    public void An_administrative_account_on_a_process_is_not_its_business()
    {
        _model.Sketch.Flow(_model.Web, _model.Api, privilege: AccountPrivilege.Administrative);
        Assert.Empty(_model.Answers);
    }
}
