using ThreatBoard.Domain.Catalogue.Rules;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Catalogue.Rules;

public sealed class StoreReachedFromSeveralBoundariesTests
{
    private readonly TwoNamespaces<StoreReachedFromSeveralBoundaries> _model = new();

    [Fact]
    public void A_store_that_two_other_namespaces_call_is_found()
    {
        var jobs = _model.Sketch.Component("jobs", _model.Sketch.Boundary("batch", tenancy: _model.Cluster));
        _model.Sketch.Flow(_model.Web, _model.Database);
        _model.Sketch.Flow(jobs, _model.Database);
        Assert.Equal("It is called from front, batch.", Assert.Single(_model.Answers).Because);
    }

    [Fact]
    public void Its_own_namespace_and_one_other_are_no_finding()
    {
        _model.Sketch.Flow(_model.Api, _model.Database);
        _model.Sketch.Flow(_model.Web, _model.Database);
        Assert.Empty(_model.Answers);
    }

    [Fact]
    public void Two_pods_of_one_namespace_are_one_zone()
    {
        foreach (var name in new[] { "web-1", "web-2" })
            _model.Sketch.Flow(_model.Sketch.Component(name, _model.Sketch.Boundary(name, BoundaryKind.Pod, _model.Front)), _model.Database);
        Assert.Empty(_model.Answers);
    }
}
