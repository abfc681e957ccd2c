using System.Collections.Immutable;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Importing;
using ThreatBoard.Data.Live;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Sources;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Web.Rules;

namespace ThreatBoard.Web.Importing;

/// <summary>The readings of a model that wait: found with their change sets, decided about item by item, discarded.</summary>
public sealed class WaitingImports(LiveModels models, WorkspaceModels names, Readings readings, ProposalStore proposals, WorkspaceRules rules, TimeProvider clock)
{
    /// <summary>The newest that waits for this source, computed from the model as it is now; null where none waits. Looking at it is for readers too, and leaves no trace.</summary>
    public async Task<WaitingImport?> FindAsync(ModelAccess access, Guid source, CancellationToken cancel)
    {
        var import = (await proposals.ListAsync(access, pendingOnly: true, cancel)).FirstOrDefault(waiting => waiting.SourceId == source);
        if (import is null) return null;
        var now = await models.ReadAsync(access, cancel);
        var decisions = ImportDecisions.Read(import.Decisions);
        var moved = decisions.SeenAt > 0 && decisions.SeenAt != now.Number;
        if (decisions.SeenAt != now.Number && access.May(Right.Edit))
        {
            decisions = decisions with { SeenAt = now.Number };
            await DecideAsync(access, import, decisions, cancel);
        }

        var set = await ComputeAsync(access, import, decisions, now, cancel);
        return new(import, set, (await names.GetAsync(access, cancel)).Name, moved);
    }

    /// <returns>False when somebody accepted or discarded it meanwhile.</returns>
    public Task<bool> DecideAsync(ModelAccess access, ImportProposal import, ImportDecisions decisions, CancellationToken cancel) =>
        proposals.RememberAsync(access, import.Id, decisions.Write(), cancel);

    public Task<bool> DiscardAsync(ModelAccess access, ImportProposal import, CancellationToken cancel) =>
        proposals.DecideAsync(access, import.Id, ProposalState.Discarded, cancel);

    private async Task<ChangeSet> ComputeAsync(ModelAccess access, ImportProposal import, ImportDecisions decisions, LiveState now, CancellationToken cancel)
    {
        var known = now.Content.Find<Source>(import.SourceId);
        var text = new SourceText(import.SourceName, import.Cluster, import.Environment);
        var source = text.On(known ?? new() { Id = new(import.SourceId) }, import.Snapshot);
        var before = await readings.FindAsync(access, known?.Snapshot ?? "", cancel);
        var reading = await readings.FindAsync(access, import.Snapshot, cancel);
        var objects = (await readings.AcceptedAsync(access, now.Content, cancel)).SetItem(source.Id, reading.Objects);
        var scale = (await rules.OfAsync(access, cancel)).Bands;
        return await Task.Run(
            () => ChangeSet.Of(
                SourceUpdate.Propose(now.Content, source, before.Derived, reading.Derived, decisions.Same, clock),
                decisions, now.Content, content => Found(content, objects), scale),
            cancel);
    }

    private ImmutableArray<Change> Found(ModelContent content, ImmutableDictionary<Id<Source>, ImmutableArray<KubernetesObject>> objects) =>
        ModelRules.Run(content, objects).ChangesTo(content, clock);
}
