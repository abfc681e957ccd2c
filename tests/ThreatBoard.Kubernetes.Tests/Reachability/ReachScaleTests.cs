using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Testing;
using ThreatBoard.Testing.Reachability;

namespace ThreatBoard.Kubernetes.Tests.Reachability;

public sealed class ReachScaleTests
{
    [Fact]
    public void Pods_that_policies_cannot_tell_apart_are_one_class()
    {
        var few = new Reach(GeneratedCluster.Of(pods: 80, namespaces: 5, policies: 25));
        var many = new Reach(GeneratedCluster.Of(pods: 80, namespaces: 5, policies: 25, areAllDifferent: true));

        // Beside the classes that were read stand the two that only may exist: a stranger and the DNS server.
        Assert.Equal((20 + 2, 80 + 2), (few.ClassCount, many.ClassCount));
    }

    [Fact]
    public void A_cluster_of_thousands_of_pods_is_worked_out_in_time()
    {
        var pods = MatrixSize.Of(2_000, 10_000);
        var cluster = GeneratedCluster.Of(pods, namespaces: 50, policies: 500);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(MatrixSize.Of(10, 50)));

        var reach = new Reach(cluster);
        var classes = cluster.Workloads.DistinctBy(reach.ClassOf).ToList();
        var allowed = 0;
        foreach (var from in classes)
        {
            deadline.Token.ThrowIfCancellationRequested();
            allowed += classes.Count(to => reach.Between(from, to).State == Reachable.Allowed);
        }

        Assert.InRange(allowed, classes.Count, classes.Count * classes.Count);
    }
}
