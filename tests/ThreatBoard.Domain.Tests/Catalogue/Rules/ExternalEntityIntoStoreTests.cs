using ThreatBoard.Domain.Catalogue.Rules;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Catalogue.Rules;

public sealed class ExternalEntityIntoStoreTests
{
    private readonly TwoNamespaces<ExternalEntityIntoStore> _model = new();

    [Fact]
    public void A_user_who_calls_the_database_is_found()
    {
        _model.Sketch.Flow(_model.User, _model.Database);
        Assert.Equal(Answer.Found, _model.Answer);
    }

    [Fact]
    public void A_user_who_calls_a_process_that_calls_the_database_is_no_finding()
    {
        _model.Sketch.Flow(_model.User, _model.Web);
        _model.Sketch.Flow(_model.Web, _model.Database);
        Assert.Empty(_model.Answers);
    }
}
