using ThreatBoard.Domain.Catalogue.Rules;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Catalogue.Rules;

public sealed class StoreSharedByTenantsTests
{
    private readonly TwoNamespaces<StoreSharedByTenants> _model = new();

    [Fact]
    public void A_store_into_which_two_namespaces_write_is_found()
    {
        _model.Sketch.Flow(_model.Api, _model.Database);
        _model.Sketch.Flow(_model.Web, _model.Database);
        Assert.Equal("The namespaces front, back write into it.", Assert.Single(_model.Answers).Because);
    }

    [Fact]
    public void Two_writers_of_one_namespace_are_no_finding()
    {
        _model.Sketch.Flow(_model.Api, _model.Database);
        _model.Sketch.Flow(_model.Sketch.Component("worker", _model.Back), _model.Database);
        Assert.Empty(_model.Answers);
    }

    [Fact]
    public void A_process_that_two_namespaces_call_is_not_its_business()
    {
        _model.Sketch.Flow(_model.Web, _model.Api);
        _model.Sketch.Flow(_model.Sketch.Component("worker", _model.Back), _model.Api);
        Assert.Empty(_model.Answers);
    }
}
