using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Web.Clusters;

namespace ThreatBoard.Web.Tests.Kubernetes;

public sealed class MayTalkTests
{
    private const string Pods = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: shop, labels: {app: web}}
        spec: {containers: [{name: web, image: nginx, ports: [{containerPort: 80}]}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: shop, labels: {app: api}}
        spec: {containers: [{name: api, image: api}]}

        """;

    private const string OnlyWeb = """
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: only-web, namespace: shop}
        spec:
          podSelector: {matchLabels: {app: api}}
          policyTypes: [Ingress, Egress]
          ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 8080}]}]
        """;

    [Fact]
    public async Task Without_policies_it_may_and_because_none_selects_the_pods()
    {
        var answer = await AskAsync(ReadModel.Of(Pods), "web", "api");

        Assert.Equal(("Allowed", Reachable.Allowed), (answer!.Words, answer.Verdict.State));
        Assert.All(answer.Lines, line => Assert.Equal(("all ports", "none"), (line.Allowed, line.Unknown)));
        Assert.Equal([(Direction.Egress, ReasonKind.NothingSelects), (Direction.Ingress, ReasonKind.NothingSelects)], answer.Reasons.Select(reason => (reason.Direction, reason.Kind)));
    }

    [Fact]
    public async Task The_policy_and_the_rule_that_admit_it_are_named_with_their_place()
    {
        var answer = await AskAsync(ReadModel.Of(Pods + OnlyWeb), "web", "api");

        Assert.Equal("Allowed on some ports", answer!.Words);
        Assert.Equal(("TCP", "8080", "none"), answer.Lines.First());
        var admitted = Assert.Single(answer.Reasons, reason => reason.Kind is ReasonKind.Admitted);
        Assert.Equal(("NetworkPolicy only-web", Direction.Ingress), (admitted.At!.Object, admitted.Direction));
        Assert.StartsWith("spec.ingress[0]", admitted.Seen!.Path, StringComparison.Ordinal);
        Assert.True(admitted.At.Line > 0);
    }

    [Fact]
    public async Task The_other_direction_is_another_answer()
    {
        var answer = await AskAsync(ReadModel.Of(Pods + OnlyWeb), "api", "web");

        Assert.Equal("Denied", answer!.Words);
        Assert.Contains(answer.Reasons, reason => reason is { Kind: ReasonKind.NotAdmitted, Direction: Direction.Egress });
    }

    [Fact]
    public async Task The_internet_is_asked_about_and_what_opens_the_way_is_said()
    {
        var model = ReadModel.Of(Pods + """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}
            """);
        var internet = model.Content.All<Component>().Single(component => component.Kind is ComponentKind.ExternalEntity);

        var answer = await model.AskAsync(look => MayTalk.Ask(look, internet, model.Container("web")));
        var closed = await model.AskAsync(look => MayTalk.Ask(look, internet, model.Container("api")));

        Assert.Equal(Reachable.Allowed, answer!.Verdict.State);
        Assert.Contains(answer.Reasons, reason => reason.At?.Object == "Service web");
        Assert.Contains(closed!.Reasons, reason => reason.Text.StartsWith("Nothing that was read opens a way in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task About_what_was_drawn_by_hand_no_policy_is_asked()
    {
        var drawn = new Component { Id = new(Guid.CreateVersion7()), Name = "by hand" };
        var model = ReadModel.Of(Pods);

        Assert.Null(await model.AskAsync(look => MayTalk.Ask(look, model.Container("web"), drawn)));
        Assert.False(await model.AskAsync(look => MayTalk.IsAbout(look, drawn)));
    }

    private static Task<TalkAnswer?> AskAsync(ReadModel model, string from, string to) =>
        model.AskAsync(look => MayTalk.Ask(look, model.Container(from), model.Container(to)));
}
