using System.Text.Json;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Web.Features.Diagram;

namespace ThreatBoard.Web.Tests.Drawing;

public sealed class DiagramSceneTests
{
    private readonly Shop _shop = new();

    [Fact]
    public void Components_lie_in_their_pod_and_pods_in_their_namespace_by_tenancy()
    {
        var scene = DiagramScene.Of(_shop.Content, "shop", Grouping.Tenancy, 7);

        Assert.Equal(7, scene.Sequence);
        Assert.Equal(_shop.Pod.Id.ToString(), Component(scene, _shop.Api).Parent);
        Assert.Equal(_shop.Namespace.Id.ToString(), Boundary(scene, _shop.Pod)!.Parent);
        Assert.Equal("pod on worker-1", Boundary(scene, _shop.Pod)!.Zone);
        Assert.Null(Component(scene, _shop.Customer).Parent);
    }

    [Fact]
    public void Pods_stand_on_their_node_by_compute()
    {
        var scene = DiagramScene.Of(_shop.Content, "shop", Grouping.Compute, 7);

        Assert.Equal(_shop.Node.Id.ToString(), Boundary(scene, _shop.Pod)!.Parent);
        Assert.Equal(_shop.Cluster.Id.ToString(), Boundary(scene, _shop.Node)!.Parent);
    }

    [Fact]
    public void A_namespace_without_anything_in_it_is_not_drawn_by_compute()
    {
        var moved = _shop.Content.With(_shop.Database with { Tenancy = _shop.Pod.Id });

        Assert.NotNull(Boundary(DiagramScene.Of(_shop.Content, "shop", Grouping.Compute, 7), _shop.Namespace));
        Assert.Null(Boundary(DiagramScene.Of(moved, "shop", Grouping.Compute, 7), _shop.Namespace));
    }

    [Fact]
    public void A_workload_on_several_nodes_stands_outside_them()
    {
        var second = _shop.Node with { Id = Shop.Next<Boundary>(5), Name = "worker-2" };
        var content = _shop.Content.With(second).With(_shop.Pod with { Nodes = [_shop.Node.Id, second.Id] });

        var pod = Boundary(DiagramScene.Of(content, "shop", Grouping.Compute, 7), _shop.Pod)!;

        Assert.Equal(_shop.Namespace.Id.ToString(), pod.Parent);
        Assert.Equal("pod on 2 nodes", pod.Zone);
    }

    [Fact]
    public void A_flow_tells_protocol_encryption_and_what_it_crosses()
    {
        var flow = Assert.Single(DiagramScene.Of(_shop.Content, "shop", Grouping.Tenancy, 7).Flows);

        Assert.Equal(("HTTPS 443", "tls"), (flow.Label, flow.Encryption));
        Assert.Equal(_shop.Cluster.Id.ToString(), flow.Crosses[0]);
        Assert.Equal(4, flow.Crosses.Length);
    }

    [Fact]
    public void A_flow_about_which_nobody_said_anything_is_unknown_and_has_no_label()
    {
        var content = _shop.Content.With(_shop.Order with { Protocol = "", Port = null, Transport = Transport.Unknown });

        var flow = Assert.Single(DiagramScene.Of(content, "shop", Grouping.Tenancy, 7).Flows);

        Assert.Equal(("", "unknown"), (flow.Label, flow.Encryption));
    }

    [Fact]
    public void A_badge_counts_open_threats_and_names_the_worst_band()
    {
        var content = _shop.Content.With(
        [
            Threat(31, new(4, 4)),
            Threat(32, new(1, 2)),
            Threat(33, new(5, 5)) with { Treatment = new Treatment(TreatmentKind.NotApplicable, "no such network") },
        ]);

        Assert.Equal(new SceneBadge(2, "C"), Component(DiagramScene.Of(content, "shop", Grouping.Tenancy, 7), _shop.Api).Badge);
    }

    [Fact]
    public void An_acceptance_past_its_last_day_is_counted_as_open_before_any_job_has_come_by()
    {
        var threat = Threat(31, new(5, 5)) with { Treatment = new Treatment(TreatmentKind.Accept, "cheap") };
        var accepted = new Acceptance { Id = Shop.Next<Acceptance>(51), Threat = threat.Id, Terms = new("cheap", "", new(2030, 6, 1)), Decision = new(IsApproved: true, Guid.Empty, "Rita", default, "", IsAlone: false) };
        var content = _shop.Content.With(threat).With(accepted);
        Assert.Null(BadgeOn(new(2030, 6, 1)));
        Assert.Equal(new SceneBadge(1, "C"), BadgeOn(new(2030, 6, 2)));

        SceneBadge? BadgeOn(DateOnly today) => Component(DiagramScene.Of(content, "shop", Grouping.Tenancy, 7, new(today, WorkingRules.Usual)), _shop.Api).Badge;
    }

    [Fact]
    public void An_unrated_threat_is_counted_without_a_band() =>
        Assert.Equal(new SceneBadge(1, null), Component(DiagramScene.Of(_shop.Content.With(Threat(31, null)), "shop", Grouping.Tenancy, 7), _shop.Api).Badge);

    [Fact]
    public void An_actor_stands_in_the_boundary_of_the_component_it_starts_at()
    {
        var actor = new Actor { Id = Shop.Next<Actor>(41), Name = "Compromised container", StartsAt = _shop.Api.Id };

        var drawn = Assert.Single(DiagramScene.Of(_shop.Content.With(actor), "shop", Grouping.Tenancy, 7).Actors);

        Assert.Equal((_shop.Pod.Id.ToString(), _shop.Api.Id.ToString()), (drawn.Parent, drawn.StartsAt));
    }

    [Fact]
    public void What_goes_to_the_browser_leaves_out_what_is_not_so()
    {
        var json = JsonSerializer.Serialize(DiagramScene.Of(_shop.Content, "shop", Grouping.Tenancy, 7), SceneJson.Default.DiagramScene);

        Assert.Contains("\"sequence\":7", json, StringComparison.Ordinal);
        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"derived\":false", json, StringComparison.Ordinal);
    }

    private Threat Threat(int number, Rating? suggested) =>
        new() { Id = Shop.Next<Threat>(number), Title = "somebody listens", Subject = ThreatSubject.Of(_shop.Api), Suggested = suggested };

    private static SceneComponent Component(DiagramScene scene, Component component) => scene.Components.Single(c => c.Id == component.Id.ToString());

    private static SceneBoundary? Boundary(DiagramScene scene, Boundary boundary) => scene.Boundaries.SingleOrDefault(b => b.Id == boundary.Id.ToString());
}
