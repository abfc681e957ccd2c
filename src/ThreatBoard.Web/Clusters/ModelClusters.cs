using System.Collections.Immutable;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Web.Importing;

namespace ThreatBoard.Web.Clusters;

/// <summary>The clusters of models, from what their sources' accepted snapshots hold; those that were asked about last are kept, by their snapshots' hashes.</summary>
public sealed class ModelClusters(Readings readings)
{
    private const int MostKept = 8;

    /// <summary>Objects that are kept over all clusters, but for the one asked about last: about 10 KB each.</summary>
    private const int MostObjects = 40_000;

    private readonly Lock _keeping = new();
    private readonly LinkedList<Kept> _kept = [];

    /// <summary>Every cluster that has an accepted snapshot, by name; none where nothing was imported.</summary>
    public async Task<ImmutableArray<ModelCluster>> OfAsync(ModelAccess access, ModelContent content, CancellationToken cancel)
    {
        access.Require(Right.Read);
        var clusters = content.All<Source>().Where(source => source.Snapshot.Length > 0)
            .GroupBy(source => source.Cluster, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal);
        var found = ImmutableArray.CreateBuilder<ModelCluster>();
        foreach (var cluster in clusters)
        {
            ImmutableArray<Source> sources = [.. cluster.OrderBy(source => source.Id)];
            found.Add(new(cluster.Key, sources, await ReadAsync(access, cluster.Key, sources).WaitAsync(cancel)));
        }
        return found.ToImmutable();
    }

    private async Task<ReadCluster> ReadAsync(ModelAccess access, string name, ImmutableArray<Source> sources)
    {
        var kept = Take($"{access.ModelId} {string.Join(' ', sources.Select(source => source.Snapshot))} {name}", () => RestoreAsync(access, sources));
        try
        {
            var read = await kept.Cluster.Value;
            Shrink(kept, read.Objects);
            return read;
        }
        catch
        {
            // What failed is tried again by whoever asks next.
            lock (_keeping) _kept.Remove(kept);
            throw;
        }
    }

    /// <summary>Reading goes on for the others where the first to ask leaves.</summary>
    private Task<ReadCluster> RestoreAsync(ModelAccess access, ImmutableArray<Source> sources) => Task.Run(async () =>
    {
        var objects = ImmutableArray.CreateBuilder<KubernetesObject>();
        foreach (var source in sources) objects.AddRange((await readings.FindAsync(access, source.Snapshot, CancellationToken.None)).Objects);
        return new ReadCluster(objects.ToImmutable());
    });

    private Kept Take(string key, Func<Task<ReadCluster>> restore)
    {
        lock (_keeping)
        {
            var known = _kept.FirstOrDefault(kept => kept.Key == key);
            if (known is not null) _kept.Remove(known);
            known ??= new(key, new(restore));
            _kept.AddFirst(known);
            return known;
        }
    }

    private void Shrink(Kept last, int objects)
    {
        lock (_keeping)
        {
            last.Objects = objects;
            while (_kept.Count > 1 && (_kept.Count > MostKept || _kept.Sum(kept => kept.Objects) > MostObjects)) _kept.RemoveLast();
        }
    }

    private sealed class Kept(string key, Lazy<Task<ReadCluster>> cluster)
    {
        public string Key => key;

        public Lazy<Task<ReadCluster>> Cluster => cluster;

        public int Objects { get; set; }
    }
}
