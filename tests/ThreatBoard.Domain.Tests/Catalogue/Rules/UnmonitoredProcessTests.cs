using ThreatBoard.Domain.Catalogue.Rules;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Catalogue.Rules;

public sealed class UnmonitoredProcessTests
{
    private readonly TwoNamespaces<UnmonitoredProcess> _model = new();

    [Theory]
    [InlineData(Fact.No, Fact.No, Answer.Found)]
    [InlineData(Fact.No, Fact.Unknown, Answer.CannotTell)]
    [InlineData(Fact.No, Fact.Yes, Answer.NotFound)]
    public void A_process_is_judged_by_all_its_flows_across_boundaries(Fact inward, Fact outward, Answer expected)
    {
        _model.Sketch.Flow(_model.User, _model.Web, monitored: inward);
        _model.Sketch.Flow(_model.Web, _model.Database, monitored: outward);
        Assert.Equal(expected, _model.Answer);
    }

    [Fact]
    public void A_process_that_crosses_no_boundary_is_no_finding()
    {
        _model.Sketch.Flow(_model.Api, _model.Database, monitored: Fact.No);
        Assert.Empty(_model.Answers);
    }
}
