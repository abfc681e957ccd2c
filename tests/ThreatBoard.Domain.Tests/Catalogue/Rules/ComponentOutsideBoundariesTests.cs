using ThreatBoard.Domain.Catalogue.Rules;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Catalogue.Rules;

public sealed class ComponentOutsideBoundariesTests
{
    private readonly TwoNamespaces<ComponentOutsideBoundaries> _model = new();

    [Fact]
    public void A_process_in_no_boundary_is_found()
    {
        _model.Sketch.Component("worker");
        Assert.Equal(Answer.Found, _model.Answer);
    }

    [Fact]
    public void A_component_in_a_zone_or_on_a_node_alone_is_no_finding()
    {
        _model.Sketch.Component("worker", zone: _model.Sketch.Boundary("office", BoundaryKind.Network));
        _model.Sketch.Component("agent", nodes: _model.Sketch.Boundary("node-1", BoundaryKind.Node));
        Assert.Empty(_model.Answers);
    }
}
