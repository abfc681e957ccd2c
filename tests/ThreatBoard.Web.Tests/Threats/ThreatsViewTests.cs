using ThreatBoard.Web.Features.Threats;

namespace ThreatBoard.Web.Tests.Threats;

public sealed class ThreatsViewTests
{
    [Fact]
    public void A_view_survives_its_address()
    {
        var view = ThreatsView.From("status:open risk>=high", "-age", "stride", "threat:0197");
        var parameters = view.ToParameters();
        var again = ThreatsView.From((string?)parameters["q"], (string?)parameters["sort"], (string?)parameters["group"], (string?)parameters["open"]);
        Assert.Equal(("status:open risk>=high", new ThreatOrder(ThreatSort.Age, Descending: true), ThreatGrouping.Stride, "threat:0197"), (again.Filter.Text, again.Order, again.Grouping, again.Open));
    }

    [Fact]
    public void The_usual_view_leaves_the_address_clean() => Assert.All(ThreatsView.Default.ToParameters().Values, Assert.Null);

    [Theory]
    [InlineData("7", "99")]
    [InlineData("nonsense", "nonsense")]
    [InlineData(null, null)]
    public void Unknown_parameters_are_as_by_default(string? sort, string? group) =>
        Assert.Equal((ThreatOrder.Priority, ThreatGrouping.None), (ThreatsView.From(null, sort == "7" ? "99" : sort, group, null).Order, ThreatsView.From(null, null, group, null).Grouping));
}
