using ThreatBoard.Domain.Catalogue.Rules;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Catalogue.Rules;

public sealed class UnmonitoredSensitiveFlowTests
{
    private readonly TwoNamespaces<UnmonitoredSensitiveFlow> _model = new();

    [Theory]
    [InlineData(Fact.No, Answer.Found)]
    [InlineData(Fact.Unknown, Answer.CannotTell)]
    [InlineData(Fact.Yes, Answer.NotFound)]
    public void A_flow_into_the_cluster_is_judged_by_its_monitoring(Fact monitored, Answer expected)
    {
        _model.Sketch.Flow(_model.User, _model.Web, monitored: monitored);
        Assert.Equal(expected, _model.Answer);
    }

    [Fact]
    public void A_flow_inside_the_cluster_is_found_only_with_confidential_data()
    {
        var orders = _model.Sketch.Flow(_model.Web, _model.Api, monitored: Fact.No);
        Assert.Empty(_model.Answers);
        _model.Sketch.Put(orders with { Carries = [_model.Sketch.Asset("orders").Id] });
        Assert.Equal("It carries orders, and nobody monitors it.", Assert.Single(_model.Answers).Because);
    }
}
