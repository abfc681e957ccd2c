using System.Collections.Immutable;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Web.Importing;

/// <summary>Brings stored readings back.</summary>
public sealed class Readings(SnapshotStore snapshots)
{
    /// <param name="snapshot">The hash under which it is stored; empty before a source's first reading.</param>
    public async Task<SourceReading> FindAsync(ModelAccess access, string snapshot, CancellationToken cancel) =>
        snapshot.Length > 0 && await snapshots.GetAsync(access, snapshot, cancel) is { } stored ? StoredReading.Read(stored) : SourceReading.Nothing;

    /// <summary>The objects of every source's accepted reading.</summary>
    public async Task<ImmutableDictionary<Id<Source>, ImmutableArray<KubernetesObject>>> AcceptedAsync(ModelAccess access, ModelContent content, CancellationToken cancel)
    {
        var all = ImmutableDictionary.CreateBuilder<Id<Source>, ImmutableArray<KubernetesObject>>();
        foreach (var source in content.All<Source>().Where(source => source.Snapshot.Length > 0))
            all[source.Id] = (await FindAsync(access, source.Snapshot, cancel)).Objects;
        return all.ToImmutable();
    }
}
