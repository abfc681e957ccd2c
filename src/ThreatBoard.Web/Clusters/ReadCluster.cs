using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Derivation;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Web.Clusters;

/// <summary>One cluster as its sources were read, kept for all who look at it. Its analyses are made at the first question and are for one thread, so questions are asked one after the other.</summary>
public sealed class ReadCluster
{
    private readonly Lock _asking = new();
    private readonly Cluster _cluster;
    private readonly Lazy<Dictionary<string, Workload>> _byContainer;

    public ReadCluster(ImmutableArray<KubernetesObject> objects)
    {
        Objects = objects.Length;
        _cluster = Cluster.Of(objects);
        _byContainer = new(() => ByContainer(_cluster));
    }

    /// <summary>How many objects were read: by it the memory is bounded.</summary>
    public int Objects { get; }

    /// <summary>Asks on another thread; waits until those who asked before have their answers.</summary>
    /// <param name="ask">Gets the cluster, and its workloads by the origin keys of their containers.</param>
    public Task<T> AskAsync<T>(Func<Cluster, IReadOnlyDictionary<string, Workload>, T> ask, CancellationToken cancel) => Task.Run(
        () =>
        {
            lock (_asking) return ask(_cluster, _byContainer.Value);
        },
        cancel);

    private static Dictionary<string, Workload> ByContainer(Cluster cluster)
    {
        var all = new Dictionary<string, Workload>(StringComparer.Ordinal);
        foreach (var container in cluster.Workloads.SelectMany(workload => workload.Containers)) all.TryAdd(DerivedKey.Of(container.Key), container.Workload);
        return all;
    }
}
