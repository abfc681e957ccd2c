using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Paths;

namespace ThreatBoard.Kubernetes.Tests.Paths;

public sealed class EntityNodesTests
{
    [Fact]
    public void Components_and_boundaries_of_the_model_are_nodes_and_back()
    {
        var model = TestModel.Of(Town.Pod("web") + Town.Service("web", type: "LoadBalancer") + Town.Pod("agent", "nodeName: n1"));
        var graph = model.Cluster.Attack;

        foreach (var (key, name) in new[] { ("external/internet", "Internet"), ("apps/Deployment/shop/web#container/c", "c"), ("apps/Deployment/shop/web", "web"), ("Node/n1", "n1") })
        {
            var entity = graph.EntityOf(graph.Find(key)!)!.Value;
            Assert.Equal((name, key), (model.Content.TitleOf(entity), graph.Of(entity)!.Key));
        }

        Assert.Equal("API server", model.Content.TitleOf(graph.EntityOf(graph.ApiServer)!.Value));
        Assert.Null(graph.Of(EntityRef.To(new Component { Id = new(Guid.CreateVersion7()) })));
    }

    [Fact]
    public void An_actor_starts_at_its_component_or_outside()
    {
        var model = TestModel.Of(Town.Pod("web"));
        var (graph, web) = (model.Cluster.Attack, model.Content.All<Component>().Single(component => component.IsContainer));
        var actor = new Actor { Id = new(Guid.CreateVersion7()), Kind = ActorKind.ExternalAttacker };

        Assert.Equal(graph.Internet, graph.StartOf(actor));
        Assert.Equal("container c of shop/web", graph.StartOf(actor with { StartsAt = web.Id })!.Name);
        Assert.Null(graph.StartOf(actor with { Kind = ActorKind.MaliciousInsider }));
    }

    [Fact]
    public void Pods_that_a_kubelet_starts_by_itself_hold_no_token()
    {
        var graph = Town.Graph(
            "{apiVersion: v1, kind: Pod, metadata: {name: kube-scheduler-n1, namespace: kube-system, ownerReferences: [{apiVersion: v1, kind: Node, name: n1}]}, spec: {nodeName: n1, containers: [{name: c}]}}\n---\n");

        Assert.DoesNotContain(graph.From(graph.Node("kube-system/kube-scheduler-n1")).Reached, gain => gain.Node.Kind == NodeKind.Account);
    }
}
