using System.Text.Json;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Samples;
using ThreatBoard.Web.Features.Diagram.Overlays;
using ThreatBoard.Web.Tests.Kubernetes;

namespace ThreatBoard.Web.Tests.Drawing;

/// <summary>What overlays say of a model, before any canvas draws it.</summary>
public sealed class OverlayTests
{
    private const string Pods = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: shop, labels: {app: web}}
        spec: {containers: [{name: web, image: nginx, env: [{name: API_URL, value: "http://api:8080"}]}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: api, namespace: shop}
        spec: {selector: {app: api}, ports: [{port: 8080}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: shop, labels: {app: api}}
        spec: {containers: [{name: api, image: api, ports: [{containerPort: 8080}]}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: job, namespace: batch, labels: {app: job}}
        spec: {containers: [{name: job, image: job}]}

        """;

    private const string DenyAll = """
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: deny-all, namespace: shop}
        spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
        """;

    [Fact]
    public async Task A_derived_flow_that_the_policies_deny_is_told()
    {
        var model = ReadModel.Of(Pods + DenyAll);

        var flow = Assert.Single(model.Content.All<Flow>());

        Assert.Equal([new FlowStanding($"{flow.Id}", "denied")], await model.AskAsync(look => DeniedFlows.Of(look).ToList()));
        Assert.Empty(await ReadModel.Of(Pods).AskAsync(look => DeniedFlows.Of(look).ToList()));
    }

    [Fact]
    public async Task What_is_allowed_and_joined_by_no_flow_is_drawn_those_across_namespaces_first()
    {
        var model = ReadModel.Of(Pods);

        var undeclared = await model.AskAsync(look => Undeclared.Of(look, new HashSet<Guid>()));

        Assert.Equal(5, undeclared.Total);
        var (web, api) = ($"{model.Container("web").Id}", $"{model.Container("api").Id}");
        Assert.Equal(new ExtraEdge(api, web, "all ports", "allowed"), undeclared.Edges[^1]);
        Assert.DoesNotContain(undeclared.Edges, edge => edge.Source == web && edge.Target == api);
    }

    [Fact]
    public async Task Only_lines_of_what_was_chosen_are_drawn()
    {
        var model = ReadModel.Of(Pods);
        var job = model.Container("job");

        var undeclared = await model.AskAsync(look => Undeclared.Of(look, Members.Of(look.Content, EntityRef.To(job))));

        Assert.Equal(4, undeclared.Total);
        Assert.All(undeclared.Edges, edge => Assert.True(edge.Source == $"{job.Id}" || edge.Target == $"{job.Id}"));
    }

    [Fact]
    public async Task No_more_lines_are_drawn_than_anybody_follows_and_how_many_are_left_out_is_said()
    {
        var model = ReadModel.Of(string.Join("\n---\n", Enumerable.Range(0, 20).Select(number => $"apiVersion: v1\nkind: Pod\nmetadata: {{name: p{number}, namespace: shop}}\nspec: {{containers: [{{name: c, image: i}}]}}")));

        var undeclared = await model.AskAsync(look => Undeclared.Of(look, new HashSet<Guid>()));
        var sum = FlowsSum.Of(model.Content, [([], undeclared)], new HashSet<Guid>());

        Assert.Equal((Undeclared.Most, 380), (undeclared.Edges.Length, undeclared.Total));
        Assert.StartsWith("Of the 380 lines that are allowed but not declared, 120 are drawn", sum.LeftOut, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declared_and_derived_flows_are_counted_apart_and_denied_ones_named()
    {
        var model = new ReadModel([Upload.Pasted(Pods + DenyAll)], content =>
        {
            var ends = content.All<Component>().Where(component => component.Origins.Any(origin => origin.Key.Contains("/job", StringComparison.Ordinal))).ToList();
            return content.With(new Flow { Id = new(Guid.CreateVersion7()), Name = "drawn", Ends = new(ends[0].Id, ends[0].Id) });
        });

        var told = await model.AskAsync(look => DeniedFlows.Of(look).ToList());
        var sum = FlowsSum.Of(model.Content, [([.. told], Undeclared.None)], new HashSet<Guid>());

        Assert.Equal((1, 0, 1, 0), (sum.Declared, sum.Derived, sum.Denied, sum.Unclear));
        Assert.Single(sum.DeniedFlows);
        Assert.Null(sum.LeftOut);
    }

    [Fact]
    public async Task No_flow_of_the_hardened_sample_is_denied_by_its_own_policies() =>
        Assert.DoesNotContain(await new ReadModel(Sample.Hardened).AskAsync(look => DeniedFlows.Of(look).ToList()), flow => flow.Standing == "denied");

    [Fact]
    public void Choosing_one_after_the_other_asks_about_the_two()
    {
        var (one, other, third) = (EntityRef.To(Shop.Next<Component>(1)), EntityRef.To(Shop.Next<Component>(2)), EntityRef.To(Shop.Next<Component>(3)));
        var talk = OverlayChoice.Parse("talk", null, null, null)!;

        var pair = talk.Chosen([one]).Chosen([other]);

        Assert.Equal((one, other), (pair.From, pair.To));
        Assert.Equal((third, null), (pair.Chosen([third]).From, pair.Chosen([third]).To));
        Assert.Equal((other, third), (talk.Chosen([other, third]).From, talk.Chosen([other, third]).To));
        Assert.Same(pair, pair.Chosen([other, one]));
        Assert.Null(OverlayChoice.Parse("nothing of the kind", null, null, null));
    }

    [Fact]
    public void What_goes_to_the_browser_has_the_names_that_it_reads()
    {
        var json = JsonSerializer.Serialize(new CanvasOverlay("flows", true, [new("1", "denied")], [new("a", "b", "TCP 80", "allowed")], null, ["a"]), JsonSerializerOptions.Web);

        Assert.Equal("""{"kind":"flows","standing":true,"flows":[{"id":"1","standing":"denied"}],"edges":[{"source":"a","target":"b","label":"TCP 80","kind":"allowed"}],"lit":null,"starts":["a"]}""", json);
    }
}
