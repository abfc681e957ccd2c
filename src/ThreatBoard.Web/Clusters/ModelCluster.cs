using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Clusters;

/// <summary>A cluster that a model has sources of, as their accepted snapshots tell it.</summary>
/// <param name="Name">As the sources name it.</param>
/// <param name="Sources">Those that were read for it.</param>
public sealed record ModelCluster(string Name, ImmutableArray<Source> Sources, ReadCluster Read)
{
    /// <summary>Answers a question about the cluster and the entities of this content that stand for it, off the caller's thread.</summary>
    public Task<T> AskAsync<T>(ModelContent content, Func<ClusterLook, T> ask, CancellationToken cancel) =>
        Read.AskAsync((cluster, workloads) => ask(new(Name, cluster, workloads, content, Sources.Select(source => source.Id).ToHashSet())), cancel);
}
