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
    /// <param name="request">The key of a program's request, if one sent it.</param>
    public async Task<ImportProposal> RunAsync(ModelAccess access, SourceText text, ManifestReading reading, CancellationToken cancel, RequestKey? request = null)
    {
        var derived = ModelDerivation.Of(reading.Objects, new SourceDescription(text.Cluster, text.Environment, text.Name));
        var snapshot = await snapshots.PutAsync(access, StoredReading.Write(reading.Objects, derived), cancel);
        var content = (await models.ReadAsync(access, cancel)).Content;
        var known = content.All<Source>().FirstOrDefault(source => source.Name == text.Name && source.Cluster == text.Cluster);
        var decisions = ImportDecisions.None with { Report = ReadingReport.Of(reading), Choices = reading.Choices };
        return await proposals.AddAsync(access, text.On(known ?? new() { Id = Id<Source>.New(clock) }, snapshot), decisions.Write(), cancel, request);
    }
}
