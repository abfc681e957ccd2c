using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Tests.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Tests.Paths;

/// <summary>The graph asks about few pairs of pods, and must hold what asking about all of them would.</summary>
public sealed class NetworkEdgesTests
{
    [Fact]
    public void The_graph_joins_exactly_the_pods_whose_listening_ports_let_each_other_in()
    {
        var (joined, apart) = (0, 0);
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new RandomCluster(seed, 2 + (seed % 11));
            var cluster = random.With(random.Policies);
            foreach (var from in cluster.Workloads)
                foreach (var to in cluster.Workloads.Where(to => to != from))
                {
                    var isLetIn = LetsIn(cluster, from, to);
                    Assert.True(isLetIn == IsOneStep(cluster, from, to), $"seed {seed}: {from.Key} → {to.Key} {(isLetIn ? "is missing" : "is too much")}");
                    if (isLetIn) joined++;
                    else apart++;
                }
        }
        Assert.True(joined > 100 && apart > 100, $"{joined} joined, {apart} apart");
    }

    private static bool LetsIn(Cluster cluster, Workload from, Workload to)
    {
        var verdict = cluster.Reach.Between(from, to);
        return to.Containers[0].At["ports"].Items.Any(port =>
            verdict.Of(Enum.Parse<Protocol>(port["protocol"].Text ?? "TCP", ignoreCase: true), (int)port["containerPort"].Number!.Value) == Reachable.Allowed);
    }

    private static bool IsOneStep(Cluster cluster, Workload from, Workload to) =>
        cluster.Attack.Path(cluster.Attack.Of(from.Containers[0]), cluster.Attack.Of(to.Containers[0])) is { Steps.Count: 1 };
}
