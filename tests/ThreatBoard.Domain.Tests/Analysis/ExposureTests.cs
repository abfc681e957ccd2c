using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Analysis;

public sealed class ExposureTests
{
    private readonly Sketch _sketch = new();

    [Fact]
    public void Steps_are_counted_along_flows_from_the_nearest_start()
    {
        var (web, api, database) = Chain();
        Assert.Equal([1, 2, 3], new[] { web, api, database }.Select(c => Exposure.StepsTo(c.Id)));
        _sketch.Put(new Actor { Id = new(_sketch.NextId()), Name = "Insider", StartsAt = api.Id });
        Assert.Equal([1, 0, 1], new[] { web, api, database }.Select(c => Exposure.StepsTo(c.Id)));
    }

    [Fact]
    public void What_no_start_leads_to_has_no_steps()
    {
        Chain();
        var island = _sketch.Component("island");
        Assert.Null(Exposure.StepsTo(island.Id));
        Assert.Null(Exposure.StepsTo(EntityRef.To(_sketch.Boundary("empty"))));
    }

    [Fact]
    public void A_circle_of_flows_ends()
    {
        var (web, api, _) = Chain();
        _sketch.Flow(api, web);
        Assert.Equal(1, Exposure.StepsTo(web.Id));
    }

    [Fact]
    public void Every_subject_of_a_threat_has_its_exposure()
    {
        var space = _sketch.Boundary("shop");
        var orders = _sketch.Asset("orders");
        var store = _sketch.Store("database", space, orders);
        var flow = _sketch.Flow(_sketch.Outsider("user"), store);
        Assert.Equal(0, Exposure.StepsTo(EntityRef.To(flow)));
        Assert.Equal(1, Exposure.StepsTo(EntityRef.To(space)));
        Assert.Equal(1, Exposure.StepsTo(EntityRef.To(orders)));
        Assert.Equal(0, Exposure.StepsTo(EntityRef.WholeModel));
    }

    private Exposure Exposure => new(_sketch.Graph);

    private (Component Web, Component Api, Component Database) Chain()
    {
        var (user, web, api, database) = (_sketch.Outsider("user"), _sketch.Component("web"), _sketch.Component("api"), _sketch.Store("database"));
        _sketch.Flow(user, web);
        _sketch.Flow(web, api);
        _sketch.Flow(api, database);
        return (web, api, database);
    }
}
