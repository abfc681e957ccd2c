using System.Collections.Immutable;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Provenance;
using ThreatBoard.Web.Clusters;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Features.Details;

/// <summary>Follows origins and evidence to file, document and line of the snapshots that a model was accepted from.</summary>
public sealed class OriginPlaces(PersonAccess access, ModelClusters clusters)
{
    private const int Most = 10;

    /// <summary>The origins' places first, then those of the evidence; each once, ten at most.</summary>
    public async Task<ImmutableArray<ObjectPlace>> FindAsync(
        Guid model, ModelContent content, IReadOnlyCollection<Origin> origins, IReadOnlyCollection<Evidence> evidence, CancellationToken cancel)
    {
        if (await access.ForAsync(model, Right.Read, cancel) is not { } allowed) return [];
        var found = ImmutableArray.CreateBuilder<ObjectPlace>();
        foreach (var cluster in await clusters.OfAsync(allowed, content, cancel))
        {
            var keys = origins.Where(origin => cluster.Sources.Any(source => source.Id == origin.Source)).Select(origin => origin.Key).ToList();
            if (keys.Count == 0) continue;
            found.AddRange(await cluster.AskAsync(content, look =>
                keys.Select(key => ObjectPlace.OfOrigin(look.Cluster, key)).Concat(evidence.Select(seen => ObjectPlace.OfEvidence(look.Cluster, seen))).OfType<ObjectPlace>().ToList(), cancel));
        }
        return [.. found.DistinctBy(place => (place.File, place.Document, place.Line)).Take(Most)];
    }
}
