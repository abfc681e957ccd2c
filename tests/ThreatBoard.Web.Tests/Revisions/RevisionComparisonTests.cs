using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Comparing;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Tests.Revisions;

public sealed class RevisionComparisonTests
{
    private static readonly Boundary s_cluster = new() { Id = Id<Boundary>.New(TimeProvider.System), Name = "prod", Kind = BoundaryKind.Cluster };
    private static readonly Boundary s_shop = new()
    {
        Id = Id<Boundary>.New(TimeProvider.System), Name = "shop", Kind = BoundaryKind.Namespace, Tenancy = s_cluster.Id,
    };

    private static readonly Component s_web = new() { Id = Id<Component>.New(TimeProvider.System), Name = "web", Tenancy = s_shop.Id };
    private static readonly Component s_api = new() { Id = Id<Component>.New(TimeProvider.System), Name = "api", Tenancy = s_shop.Id };
    private static readonly Flow s_flow = new()
    {
        Id = Id<Flow>.New(TimeProvider.System), Ends = new(s_web.Id, s_api.Id), Protocol = "HTTP", Port = 80,
    };

    private static readonly ModelContent s_model = ModelContent.Empty.With([s_cluster, s_shop]).With([s_web, s_api]).With(s_flow);

    [Fact]
    public void The_same_state_twice_differs_in_nothing()
    {
        var same = RevisionComparison.Of(s_model, s_model);

        Assert.Empty(same.Entities);
        Assert.Empty(same.Boundaries);
        Assert.Equal(0, same.LayoutChanges);
    }

    [Fact]
    public void A_changed_field_is_told_before_and_after_in_words()
    {
        var after = s_model.With(s_flow with { Transport = new() { Encryption = Encryption.MutualTls, Authentication = Authentication.MutualTls } });

        var entity = Assert.Single(RevisionComparison.Of(s_model, after).Entities);

        Assert.Equal(("~", "web → api (HTTP 80)"), (entity.Kind.Sign(), entity.Title));
        Assert.Equal(new ChangedField("transport", "unknown", "encryption mTLS, authentication mTLS"), Assert.Single(entity.Fields));
    }

    [Fact]
    public void A_removed_element_keeps_the_names_that_it_had()
    {
        var after = s_model.Apply([Change.Remove(s_flow), Change.Remove(s_api)]);

        var entities = RevisionComparison.Of(s_model, after).Entities;

        Assert.Equal(["− api", "− web → api (HTTP 80)"], entities.Select(e => $"{e.Kind.Sign()} {e.Title}"));
        Assert.Contains(new ChangedField("lies in", "shop", "–"), entities[0].Fields);
    }

    [Fact]
    public void A_moved_place_is_layout_and_no_change_of_the_model()
    {
        var diagram = new Diagram { Id = Id<Diagram>.New(TimeProvider.System), Name = "Main" };
        var place = new Placement { Id = Id<Placement>.New(TimeProvider.System), Diagram = diagram.Id, Element = EntityRef.To(s_web) };
        var drawn = s_model.With(diagram).With(place);

        var moved = RevisionComparison.Of(drawn, drawn.With(place with { At = new(40, 20) }));

        Assert.Empty(moved.Entities);
        Assert.Equal(1, moved.LayoutChanges);
        Assert.Equal([new MovedElement(EntityRef.To(s_web), "web", "Main", new(0, 0), new(40, 20))], moved.Moved);
    }

    [Fact]
    public void A_comment_is_no_change_of_the_model()
    {
        var comment = new Comment { Id = Id<Comment>.New(TimeProvider.System), On = EntityRef.To(s_web), Author = "me", Text = "hm" };

        Assert.Empty(RevisionComparison.Of(s_model, s_model.With(comment)).Entities);
    }

    [Fact]
    public void Every_boundary_adds_up_what_lies_in_it()
    {
        var threat = new Threat
        {
            Id = Id<Threat>.New(TimeProvider.System), Title = "Anybody calls it", Subject = ThreatSubject.Of(s_flow), Suggested = new(3, 4),
        };
        var control = new Control { Id = Id<Control>.New(TimeProvider.System), Of = EntityRef.To(s_shop), Name = "Quotas" };

        var rollups = RevisionComparison.Of(s_model, s_model.With(threat).With(control).With(s_web with { Technology = "nginx" })).Boundaries;

        Assert.Equal(["prod 0 2+1~", "shop 1 2+1~"], rollups.Select(r => $"{r.Name} {r.Depth} {r.Tally.Added}+{r.Tally.Changed}~"));
        Assert.All(rollups, rollup => Assert.Equal((0, 12), (rollup.ScoreBefore, rollup.ScoreAfter)));
    }

    [Fact]
    public void A_boundary_that_went_is_told_under_its_old_name()
    {
        var after = s_model.Apply(Closure.Of(s_model, [Change.Remove(s_shop)]));

        var shop = Assert.Single(RevisionComparison.Of(s_model, after).Boundaries, rollup => rollup.Name == "shop");

        Assert.Equal(ChangeKind.Removed, shop.Kind);
    }

    [Fact]
    public void Kinds_are_counted_in_the_order_in_which_a_model_is_told()
    {
        var kinds = RevisionComparison.Of(ModelContent.Empty, s_model).Kinds;

        Assert.Equal([("boundary", new ChangeTally(2, 0, 0)), ("component", new(2, 0, 0)), ("flow", new(1, 0, 0))], kinds);
    }
}
