using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Samples;
using ThreatBoard.Web.Features.Diagram.Overlays;
using ThreatBoard.Web.Tests.Kubernetes;

namespace ThreatBoard.Web.Tests.Drawing;

/// <summary>What the blast radius lights, and the path that it explains.</summary>
public sealed class BlastTests
{
    private const string Pods = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: shop, labels: {app: web}}
        spec: {containers: [{name: web, image: nginx, ports: [{containerPort: 80}]}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop}
        spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: db, namespace: data, labels: {app: db}}
        spec: {containers: [{name: db, image: "mysql:8", ports: [{containerPort: 3306}]}]}

        """;

    private static readonly OverlayChoice s_internet = OverlayChoice.Parse("reach", null, null, null)!;

    [Fact]
    public async Task From_the_internet_what_is_open_and_what_that_reaches_is_lit()
    {
        var model = ReadModel.Of(Pods);

        var sum = await model.AskAsync(look => Blast.Of(look, s_internet));

        Assert.Contains($"{model.Container("web").Id}", sum!.Overlay.Lit!);
        Assert.Contains($"{model.Container("db").Id}", sum.Overlay.Lit!);
        Assert.Contains(sum.Assets, gain => gain.Name.Contains("db", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_shortest_path_to_what_was_chosen_is_told_step_by_step_and_drawn()
    {
        var model = ReadModel.Of(Pods);
        var (web, db) = (model.Container("web"), model.Container("db"));

        var sum = await model.AskAsync(look => Blast.Of(look, s_internet with { Goal = db.Origins.First().Key }));

        Assert.Equal(2, sum!.Path.Length);
        Assert.All(sum.Path, step => Assert.NotEmpty(step.Because));
        Assert.Contains(new ExtraEdge($"{web.Id}", $"{db.Id}", "2", "step"), sum.Overlay.Edges);
    }

    [Fact]
    public async Task Who_can_reach_it_is_the_same_path_from_its_end()
    {
        var model = ReadModel.Of(Pods);
        var db = model.Container("db");

        var sum = await model.AskAsync(look => Blast.Of(look, s_internet with { From = EntityRef.To(db), IsBackwards = true, Goal = "external/internet" }));

        Assert.Contains($"{model.Container("web").Id}", sum!.Overlay.Lit!);
        Assert.Contains(sum.Gains, gain => gain.Key == "external/internet");
        Assert.Equal(2, sum.Path.Length);
    }

    [Fact]
    public async Task A_boundary_stands_for_the_components_in_it()
    {
        var model = ReadModel.Of(Pods);
        var shop = model.Content.All<Boundary>().Single(boundary => boundary is { Kind: BoundaryKind.Namespace, Name: "shop" });

        var sum = await model.AskAsync(look => Blast.Of(look, s_internet with { From = EntityRef.To(shop) }));

        Assert.Equal([$"{model.Container("web").Id}"], sum!.Overlay.Starts);
        Assert.Contains($"{model.Container("db").Id}", sum.Overlay.Lit!);
    }

    [Fact]
    public async Task From_what_was_drawn_by_hand_no_path_starts()
    {
        var nobody = s_internet with { From = EntityRef.To(Shop.Next<Component>(99)) };

        Assert.Null(await ReadModel.Of(Pods).AskAsync(look => Blast.Of(look, nobody)));
    }

    [Fact]
    public async Task What_cuts_every_path_comes_with_the_yaml_that_switches_it_on()
    {
        var model = ReadModel.Of(Pods);

        var plan = await model.AskAsync(look => FixPlan.Of(look, "external/internet", model.Container("db").Origins.First().Key));

        Assert.StartsWith("The smallest set of fixes", plan!.Words, StringComparison.Ordinal);
        Assert.All(plan.Fixes, fix => Assert.All(fix.Patches, yaml => Assert.Contains("kind:", yaml, StringComparison.Ordinal)));
        Assert.Contains(plan.Vanished, name => name.Contains("db", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_hardened_sample_is_reached_from_the_internet_by_fewer_things_than_the_weak_one() =>
        Assert.True((await ReachedAsync(new(Sample.Hardened))).Total < (await ReachedAsync(new(Sample.Weak))).Total);

    private static async Task<BlastSum> ReachedAsync(ReadModel model) => (await model.AskAsync(look => Blast.Of(look, s_internet)))!;
}
