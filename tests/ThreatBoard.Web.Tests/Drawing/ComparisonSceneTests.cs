using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Testing;
using ThreatBoard.Web.Comparing;
using ThreatBoard.Web.Features.Diagram;

namespace ThreatBoard.Web.Tests.Drawing;

public sealed class ComparisonSceneTests
{
    private static readonly Boundary s_shop = Some.Boundary();
    private static readonly Component s_web = Some.Component("web", s_shop.Id);
    private static readonly Component s_api = Some.Component("api", s_shop.Id);
    private static readonly Flow s_flow = Some.Flow(s_web, s_api);
    private static readonly Diagram s_diagram = Some.Diagram();
    private static readonly Placement s_place = Some.Placement(s_diagram, EntityRef.To(s_web), 10, 20);
    private static readonly Placement s_other = Some.Placement(s_diagram, EntityRef.To(s_api), 90, 20);

    private static readonly ModelContent s_before =
        ModelContent.Empty.With(s_shop).With([s_web, s_api]).With(s_flow).With(s_diagram).With([s_place, s_other]);

    private static ComparisonScene Scene(ModelContent after, ComparisonSide side = ComparisonSide.Both) => ComparisonScene.Of(
        new ComparedRevisions("Shop", null, null, 7, s_before, after, RevisionComparison.Of(s_before, after), BandScale.Usual), Grouping.Tenancy, side);

    private static IEnumerable<(string, string)> Marks(ComparisonScene scene) => scene.Marks.Select(mark => (mark.Id, mark.Kind));

    [Fact]
    public void What_was_removed_stays_as_a_ghost_at_its_place_and_only_where_both_are_seen()
    {
        var after = s_before.Apply(Closure.Of(s_before, [Change.Remove(s_api)]));
        var both = Scene(after);
        Assert.Contains(both.Scene.Components, component => component.Id == s_api.Id.ToString() && component.Parent == s_shop.Id.ToString());
        Assert.Contains(new ScenePlace(s_api.Id.ToString(), 90, 20), both.Scene.Placements);
        Assert.Equal([(s_api.Id.ToString(), "removed"), (s_flow.Id.ToString(), "removed")], Marks(both));
        Assert.Equal(Marks(both), Marks(Scene(after, ComparisonSide.Before)));
        Assert.Empty(Scene(after, ComparisonSide.After).Marks);
    }

    [Fact]
    public void What_was_added_is_not_on_the_state_before()
    {
        var late = Some.Component("late");
        var after = s_before.With(late);
        Assert.Equal([(late.Id.ToString(), "added")], Marks(Scene(after)));
        Assert.Empty(Scene(after, ComparisonSide.Before).Marks);
        Assert.DoesNotContain(Scene(after, ComparisonSide.Before).Scene.Components, component => component.Id == late.Id.ToString());
    }

    [Fact]
    public void A_moved_box_is_no_change_of_the_element_and_tells_where_it_stood()
    {
        var mark = Assert.Single(Scene(s_before.With(s_place with { At = new(200, 20) })).Marks);
        Assert.Equal(new SceneMark(s_web.Id.ToString(), "moved", new(s_web.Id.ToString(), 10, 20)), mark);
    }

    [Fact]
    public void What_changed_and_moved_is_both()
    {
        var mark = Assert.Single(Scene(s_before.With(s_web with { Technology = "nginx" }).With(s_place with { At = new(200, 20) })).Marks);
        Assert.Equal(("changed", 10), (mark.Kind, mark.From!.X));
    }

    [Fact]
    public void A_control_changes_the_element_that_it_belongs_to()
    {
        Assert.Equal([(s_flow.Id.ToString(), "changed")], Marks(Scene(s_before.With(Some.Control(EntityRef.To(s_flow))))));
    }

    [Fact]
    public void A_boundary_that_went_holds_its_ghosts()
    {
        var after = s_before.Apply(Closure.Of(s_before, [Change.Remove(s_shop), Change.Remove(s_web)]));
        var both = Scene(after);
        Assert.Equal(s_shop.Id.ToString(), both.Scene.Components.Single(component => component.Id == s_web.Id.ToString()).Parent);
        Assert.Null(both.Scene.Components.Single(component => component.Id == s_api.Id.ToString()).Parent);
    }
}
