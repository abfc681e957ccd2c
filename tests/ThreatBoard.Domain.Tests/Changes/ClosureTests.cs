using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Tests.Changes;

public sealed class ClosureTests
{
    private readonly Sketch _sketch = new();

    [Fact]
    public void A_component_takes_its_flows_controls_and_placements_with_it()
    {
        var api = _sketch.Component("api");
        var flow = _sketch.Flow(api, _sketch.Store("database"));
        var diagram = _sketch.Put(new Diagram { Id = new(_sketch.NextId()), Name = "Main" });
        var placement = _sketch.Put(new Placement { Id = new(_sketch.NextId()), Diagram = diagram.Id, Element = EntityRef.To(api) });
        var control = _sketch.Put(new Control { Id = new(_sketch.NextId()), Of = EntityRef.To(flow), Name = "Rate limit" });
        var removed = Remove(api).Where(c => c.Kind is ChangeKind.Removed).Select(c => c.Entity);
        Assert.Equal([EntityRef.To(api), EntityRef.To(flow), EntityRef.To(control), EntityRef.To(placement)], removed);
    }

    [Fact]
    public void Members_of_a_boundary_move_up()
    {
        var cluster = _sketch.Boundary("cluster", BoundaryKind.Cluster);
        var space = _sketch.Boundary("shop", tenancy: cluster);
        var pod = _sketch.Boundary("pod", BoundaryKind.Pod, space);
        var api = _sketch.Component("api", space);
        var after = After(Remove(space));
        Assert.Equal(cluster.Id, after.Find<Boundary>(pod.Id)!.Tenancy);
        Assert.Equal(cluster.Id, after.Find<Component>(api.Id)!.Tenancy);
    }

    [Fact]
    public void Members_move_past_parents_that_go_at_the_same_time()
    {
        var outer = _sketch.Boundary("outer", BoundaryKind.Network);
        var middle = _sketch.Boundary("middle", BoundaryKind.Network, zone: outer);
        var inner = _sketch.Boundary("inner", BoundaryKind.Network, zone: middle);
        var partner = _sketch.Outsider("partner", inner);
        Assert.Equal(outer.Id, After(Remove(inner, middle)).Find<Component>(partner.Id)!.Zone);
    }

    [Fact]
    public void A_node_leaves_the_workloads_that_may_occupy_it()
    {
        var one = _sketch.Boundary("node-1", BoundaryKind.Node);
        var other = _sketch.Boundary("node-2", BoundaryKind.Node);
        var pod = _sketch.Boundary("pod", BoundaryKind.Pod, nodes: [one, other]);
        Assert.Equal([other.Id], After(Remove(one)).Find<Boundary>(pod.Id)!.Nodes);
    }

    [Fact]
    public void Untouched_findings_go_with_their_subject()
    {
        var api = _sketch.Component("api");
        var finding = Finding(api);
        Assert.Null(After(Remove(api)).Find<Threat>(finding.Id));
    }

    [Fact]
    public void Decided_threats_stay_and_are_resolved_by_change()
    {
        var api = _sketch.Component("api");
        var decided = _sketch.Put(Finding(api) with { Treatment = new(TreatmentKind.Accept, "Small.") });
        var after = After(Remove(api)).Find<Threat>(decided.Id)!;
        Assert.Equal(new ThreatSubject(EntityRef.To(api), IsGone: true, Was: "api"), after.Subject);
        Assert.Equal(ThreatStatus.ResolvedByChange, ThreatState.Of(after, []).Status);
        Assert.Equal(decided.Treatment, after.Treatment);
    }

    [Fact]
    public void Findings_that_somebody_commented_on_or_mitigates_stay_with_what_was_said()
    {
        var api = _sketch.Component("api");
        var (spoken, mitigated) = (Finding(api), Finding(api));
        var comment = _sketch.Put(new Comment { Id = new(_sketch.NextId()), On = EntityRef.To(spoken), Author = "ada", Text = "Why?" });
        var mitigation = _sketch.Mitigation(mitigated);
        var after = After(Remove(api));
        Assert.True(after.Find<Threat>(spoken.Id)!.Subject.IsGone);
        Assert.True(after.Find<Threat>(mitigated.Id)!.Subject.IsGone);
        Assert.NotNull(after.Find<Comment>(comment.Id));
        Assert.NotNull(after.Find<Mitigation>(mitigation.Id));
    }

    [Fact]
    public void A_threat_that_a_person_wrote_stays()
    {
        var api = _sketch.Component("api");
        var written = _sketch.Threat(ThreatSubject.Of(api));
        Assert.True(After(Remove(api)).Find<Threat>(written.Id)!.Subject.IsGone);
    }

    [Fact]
    public void What_a_source_derived_stays_as_if_drawn_when_the_source_goes()
    {
        var source = _sketch.Put(new Source { Id = new(_sketch.NextId()), Name = "shop", Cluster = "production" });
        var api = _sketch.Put(_sketch.Component("api") with { Origins = [new(source.Id, "apps/Deployment/shop/api")] });
        Assert.Empty(After(Remove(source)).Find<Component>(api.Id)!.Origins);
    }

    [Fact]
    public void An_actor_without_its_place_stays()
    {
        var web = _sketch.Component("web");
        var actor = _sketch.Put(new Actor { Id = new(_sketch.NextId()), Name = "Insider", StartsAt = web.Id });
        Assert.Null(After(Remove(web)).Find<Actor>(actor.Id)!.StartsAt);
    }

    [Fact]
    public void A_list_that_removes_nothing_is_its_own_closure()
    {
        ImmutableArray<Change> changes = [Change.Add(_sketch.Component("api"))];
        Assert.Equal(changes, Closure.Of(ModelContent.Empty, changes));
    }

    private Threat Finding(Component about) => _sketch.Put(new Threat
    {
        Id = new(_sketch.NextId()), Title = "Finding", Subject = ThreatSubject.Of(about), CameFrom = ThreatSource.Rule, Finding = new("FLOW-001", [about.Id.Value], _sketch.NextId().ToString()),
    });

    private ImmutableArray<Change> Remove<T>(params T[] victims)
        where T : class, IEntity<T> => Closure.Of(_sketch.Content, [.. victims.Select(Change.Remove)]);

    private ModelContent After(ImmutableArray<Change> changes) => _sketch.Content.Apply(changes);
}
