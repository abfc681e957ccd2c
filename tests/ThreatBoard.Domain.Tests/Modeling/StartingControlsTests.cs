using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Modeling;

public sealed class StartingControlsTests
{
    private readonly Sketch _sketch = new();

    [Theory]
    [InlineData(BoundaryKind.Cluster, 3)]
    [InlineData(BoundaryKind.Node, 4)]
    [InlineData(BoundaryKind.Namespace, 4)]
    [InlineData(BoundaryKind.Pod, 4)]
    public void Every_kind_of_boundary_begins_with_its_controls_in_a_state_that_nobody_knows(BoundaryKind kind, int count)
    {
        var boundary = _sketch.Boundary("boundary", kind);
        var controls = StartingControls.For(boundary, TimeProvider.System);
        Assert.Equal(count, controls.Length);
        Assert.All(controls, control => Assert.Equal((EntityRef.To(boundary), ControlState.Unknown), (control.Of, control.State)));
        Assert.Contains(controls, control => control.Demand is ControlDemand.Required);
        Assert.Empty(Invariants.Check(_sketch.Content.With(controls)));
    }

    [Fact]
    public void A_container_begins_with_the_controls_of_its_own_edge_and_other_components_with_none()
    {
        var api = _sketch.Component("api");
        Assert.Empty(StartingControls.For(api, TimeProvider.System));
        Assert.Equal(
            [ControlNames.DroppedCapabilities, ControlNames.Seccomp, ControlNames.AppArmor, ControlNames.ReadOnlyRoot, ControlNames.MinimalImage],
            StartingControls.For(api with { IsContainer = true }, TimeProvider.System).Select(control => control.Name));
    }

    [Fact]
    public void A_flow_begins_with_the_question_whether_only_its_path_is_open() =>
        Assert.Equal(ControlNames.OnlyNeededPath, Assert.Single(StartingControls.For(_sketch.Flow(_sketch.Component("a"), _sketch.Component("b")), TimeProvider.System)).Name);

    [Fact]
    public void Three_actors_come_with_every_model()
    {
        var actors = StartingActors.Make(TimeProvider.System);
        Assert.Equal([ActorKind.ExternalAttacker, ActorKind.CompromisedContainer, ActorKind.MaliciousInsider], actors.Select(actor => actor.Kind));
        Assert.Empty(Invariants.Check(ModelContent.Empty.With(actors)));
    }
}
