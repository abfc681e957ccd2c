using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Drawing;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Drawing;

public sealed class DrawTests
{
    private static readonly TimeProvider s_clock = TimeProvider.System;
    private static readonly Boundary s_cluster = Around("prod", BoundaryKind.Cluster);
    private static readonly Boundary s_namespace = Around("shop", BoundaryKind.Namespace) with { Tenancy = s_cluster.Id };
    private static readonly Boundary s_node = Around("node-1", BoundaryKind.Node);
    private static readonly Boundary s_zone = Around("DMZ", BoundaryKind.Network);
    private static readonly Component s_web = new() { Id = Id<Component>.New(s_clock), Name = "web" };
    private static readonly ModelContent s_model = ModelContent.Empty.With([s_cluster, s_namespace, s_node, s_zone]).With(s_web);

    [Fact]
    public void A_new_boundary_begins_with_the_controls_of_its_kind()
    {
        var changes = Draw.Add(s_namespace, s_clock);

        Assert.Equal(StartingControls.Of(BoundaryKind.Namespace).Length, changes.OfType<Change<Control>>().Count());
        Assert.Empty(Invariants.Check(s_model.Apply(changes)));
    }

    [Fact]
    public void A_component_goes_into_a_boundary_on_the_axis_of_that_boundary()
    {
        Assert.Equal(s_namespace.Id, Put(s_namespace).Tenancy);
        Assert.Equal(s_zone.Id, Put(s_zone).Zone);
        Assert.Equal([s_node.Id], Put(s_node).Nodes);
    }

    [Fact]
    public void Taking_out_clears_one_axis_only()
    {
        var placed = s_web with { Tenancy = s_namespace.Id, Zone = s_zone.Id };
        var model = s_model.With(placed);

        var after = model.Apply(Draw.TakeOut(model, EntityRef.To(placed), BoundaryAxis.Tenancy)).Find<Component>(placed.Id.Value)!;

        Assert.Equal((null, s_zone.Id), (after.Tenancy, after.Zone));
    }

    [Fact]
    public void Renaming_to_the_same_name_changes_nothing() =>
        Assert.Empty(Draw.Rename(s_model, EntityRef.To(s_web), "web"));

    [Fact]
    public void Every_kind_of_element_on_the_diagram_can_be_renamed()
    {
        var renamed = s_model.Apply(Draw.Rename(s_model, EntityRef.To(s_web), "front end"))
            .Apply(Draw.Rename(s_model, EntityRef.To(s_zone), "edge"));

        Assert.Equal("front end", renamed.TitleOf(EntityRef.To(s_web)));
        Assert.Equal("edge", renamed.TitleOf(EntityRef.To(s_zone)));
    }

    [Fact]
    public void Removing_names_what_is_there_and_passes_over_what_is_not()
    {
        var gone = EntityRef.To(Id<Component>.New(s_clock));

        var changes = Draw.Remove(s_model, [EntityRef.To(s_web), gone, EntityRef.To(s_web)]);

        Assert.Equal([EntityRef.To(s_web)], changes.Select(change => change.Entity));
    }

    private static Component Put(Boundary boundary) =>
        s_model.Apply(Draw.PutInto(s_model, EntityRef.To(s_web), boundary)).Find<Component>(s_web.Id.Value)!;

    private static Boundary Around(string name, BoundaryKind kind) => new() { Id = Id<Boundary>.New(s_clock), Name = name, Kind = kind };
}
