using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Importing;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Derivation;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Web.Importing;

/// <summary>Stores a reading of a source to wait for a decision; an older one of the same source that still waits gives way.</summary>
public sealed class StoreReading(LiveModels models, SnapshotStore snapshots, ProposalStore proposals, TimeProvider clock)
{
    public async Task<ImportProposal> RunAsync(ModelAccess access, SourceText text, ManifestReading reading, CancellationToken cancel)
    {
        var derived = ModelDerivation.Of(reading.Objects, new SourceDescription(text.Cluster, text.Environment, text.Name));
        var snapshot = await snapshots.PutAsync(access, StoredReading.Write(reading.Objects, derived), cancel);
        var content = (await models.ReadAsync(access, cancel)).Content;
        var waiting = (await proposals.ListAsync(access, pendingOnly: true, cancel)).Where(import => import.SourceName == text.Name && import.Cluster == text.Cluster).ToList();
        var known = content.All<Source>().FirstOrDefault(source => source.Name == text.Name && source.Cluster == text.Cluster);
        var source = known ?? new() { Id = waiting is [var first, ..] ? new(first.SourceId) : Id<Source>.New(clock) };
        var decisions = ImportDecisions.None with { Report = ReadingReport.Of(reading) };
        foreach (var older in waiting) await proposals.DecideAsync(access, older.Id, ProposalState.Discarded, cancel);
        return await proposals.AddAsync(access, text.On(source, snapshot), decisions.Write(), cancel);
    }
}
