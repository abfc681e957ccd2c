using AngleSharp.Dom;
using Bunit;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Features.Diagram.Overlays;
using ThreatBoard.Web.Tests.Kubernetes;

namespace ThreatBoard.Web.Tests.Drawing;

/// <summary>Single controls of a path, switched on and off.</summary>
public sealed class TrialTests : BunitContext
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
        metadata: {name: back, namespace: shop, labels: {app: back}}
        spec: {containers: [{name: back, image: nginx, ports: [{containerPort: 81}]}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: back, namespace: shop}
        spec: {type: LoadBalancer, selector: {app: back}, ports: [{port: 81}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: db, namespace: data, labels: {app: db}}
        spec: {containers: [{name: db, image: "mysql:8", ports: [{containerPort: 3306}], securityContext: {privileged: true}}]}

        """;

    private readonly ReadModel _model = ReadModel.Of(Pods);

    private TrialEnds ToDatabase => new("external/internet", _model.Container("db").Origins.First().Key, IsBackwards: false);

    [Fact]
    public async Task The_controls_of_each_step_are_offered_and_none_of_them_is_on()
    {
        var trial = await TryAsync(ToDatabase);

        Assert.True(trial.IsReached);
        Assert.Equal((0, 0), (trial.Gone, trial.Patches.Length));
        Assert.Equal([1, 2], Assert.Single(trial.Paths).Controls.SelectMany(control => control.Steps).Distinct().Order());
        Assert.DoesNotContain(trial.Paths[0].Controls, control => control.IsOn);
    }

    [Fact]
    public async Task A_network_policy_switched_on_makes_the_paths_behind_it_vanish_and_comes_as_yaml()
    {
        var policy = (await TryAsync(ToDatabase)).Paths[0].Controls.Single(control => control.Steps is [2]);

        var trial = await TryAsync(ToDatabase, policy.Key);

        Assert.False(trial.IsReached);
        Assert.True(Assert.Single(trial.Paths).Controls.Single(control => control.IsOn).Key == policy.Key);
        Assert.Contains(trial.Vanished, name => name.Contains("data/db", StringComparison.Ordinal));
        Assert.Contains("kind: NetworkPolicy", Assert.Single(trial.Patches), StringComparison.Ordinal);
        Assert.Equal(trial.Gone, (await ReachedAsync()) - (await ReachedAsync(trial.Patches[0])));
    }

    [Fact]
    public async Task A_pod_that_is_no_longer_privileged_does_not_lead_to_its_node()
    {
        var ends = new TrialEnds(ToDatabase.End, await NodeAsync(), IsBackwards: false);
        var confined = (await TryAsync(ends)).Paths[0].Controls.Single(control => control.Key.StartsWith("confine:", StringComparison.Ordinal));

        var trial = await TryAsync(ends, confined.Key);

        Assert.False(trial.IsReached);
        Assert.Contains("privileged: false", Assert.Single(trial.Patches), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_another_way_is_left_it_is_told_with_its_own_controls()
    {
        var close = Closing((await TryAsync(ToDatabase)).Paths[0]);

        var left = await TryAsync(ToDatabase, close);

        Assert.Equal((true, 2), (left.IsReached, left.Paths.Length));
        Assert.NotEqual(left.Paths[0].Words, left.Paths[1].Words);
        var both = await TryAsync(ToDatabase, close, Closing(left.Paths[1]));
        Assert.Equal((false, 2, 2), (both.IsReached, both.Paths.Length, both.Patches.Length));
    }

    [Fact]
    public async Task What_is_not_on_a_path_cannot_be_switched_on()
    {
        Assert.Equal(0, (await TryAsync(ToDatabase, "role:of:nobody")).Gone);
        Assert.Null(await _model.AskAsync(look => Trial.Of(look, ToDatabase with { End = "gone" }, ToGoal(ToDatabase), new HashSet<string>())));
    }

    [Fact]
    public void By_its_box_a_control_is_switched_on_and_off_again()
    {
        var trial = Render<BlastTrial>(set => set.Add(t => t.Ask, on => _model.AskAsync(look => Trial.Of(look, ToDatabase, ToGoal(ToDatabase), on))));
        trial.WaitForAssertion(() => Assert.Equal("Nothing is switched on.", Verdict(trial)));

        Policy(trial).Change(true);

        trial.WaitForAssertion(() => Assert.StartsWith("No longer reached: container db of data/db.", Verdict(trial), StringComparison.Ordinal));
        Assert.Contains("kind: NetworkPolicy", trial.Find("pre").TextContent, StringComparison.Ordinal);

        Policy(trial).Change(false);

        trial.WaitForAssertion(() => Assert.Equal("Nothing is switched on.", Verdict(trial)));
        Assert.Empty(trial.FindAll("pre"));
    }

    [Fact]
    public async Task The_picture_shows_what_is_left_and_where_the_path_is_cut()
    {
        var policy = (await TryAsync(ToDatabase)).Paths[0].Controls.Single(control => control.Steps is [2]);

        var shown = (await TryAsync(ToDatabase, policy.Key)).Overlay!;

        var database = $"{_model.Container("db").Id}";
        Assert.DoesNotContain(database, shown.Lit!);
        Assert.Contains($"{_model.Container("web").Id}", shown.Lit!);
        Assert.Equal([("1", "step"), ("2", "cut")], shown.Edges.Select(edge => (edge.Label, edge.Kind)));
        Assert.Equal(database, shown.Edges[1].Target);
        Assert.Null((await TryAsync(ToDatabase)).Overlay);
    }

    [Fact]
    public async Task The_picture_of_another_way_that_is_left_has_its_steps_and_the_ones_that_are_cut()
    {
        var shown = (await TryAsync(ToDatabase, Closing((await TryAsync(ToDatabase)).Paths[0]))).Overlay!;

        Assert.Contains($"{_model.Container("db").Id}", shown.Lit!);
        Assert.Equal([("1", "step"), ("2", "step"), ("1", "cut"), ("2", "cut")], shown.Edges.Select(edge => (edge.Label, edge.Kind)));
    }

    private static OverlayChoice ToGoal(TrialEnds ends) => OverlayChoice.Parse("reach", null, null, null)! with { Goal = ends.End };

    private static string Verdict(IRenderedComponent<BlastTrial> trial) => trial.Find(".verdict").TextContent;

    private static IElement Policy(IRenderedComponent<BlastTrial> trial) =>
        trial.FindAll("label").Single(label => label.TextContent.Contains("into the pods of data/db", StringComparison.Ordinal)).QuerySelector("input")!;

    private static string Closing(TrialPath path) => path.Controls.Single(control => control.Title.StartsWith("Close the way in", StringComparison.Ordinal)).Key;

    private async Task<Trial> TryAsync(TrialEnds ends, params string[] on) => (await _model.AskAsync(look => Trial.Of(look, ends, ToGoal(ends), on.ToHashSet(StringComparer.Ordinal))))!;

    private Task<string> NodeAsync() => _model.AskAsync(look => look.Cluster.Attack.Nodes.Single(node => node.Kind is ThreatBoard.Kubernetes.Paths.NodeKind.Machine).Key);

    private static async Task<int> ReachedAsync(string more = "") =>
        (await ReadModel.Of($"{Pods}---\n{more}").AskAsync(look => Blast.Of(look, OverlayChoice.Parse("reach", null, null, null)!)))!.Total;
}
