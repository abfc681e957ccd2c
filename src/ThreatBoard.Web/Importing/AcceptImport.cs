using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Importing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Sources;
using ThreatBoard.Web.Rules;

namespace ThreatBoard.Web.Importing;

/// <summary>Takes a change set as one journal entry, remembers that it was taken, and runs the rules.</summary>
public sealed class AcceptImport(LiveModels models, ModelStore store, ProposalStore proposals, RunRules rules)
{
    public async Task<AcceptedImport> RunAsync(ModelAccess access, WaitingImport waiting, CancellationToken cancel)
    {
        var (import, set) = (waiting.Import, waiting.Set);
        var items = set.Proposal.Accept(set.Now, set.Decisions.Refused);
        var changes = items.AddRange(StartingPlaces.Of(set.Now, set.Now.Apply(items)));
        // Taken before, but nobody was told: the process ended in between.
        var taken = set.Now.Find<Source>(import.SourceId)?.Snapshot == import.Snapshot && set.Items.IsEmpty;
        var outcome = taken ? new Outcome.Applied(0, []) : await store.ApplyAsync(
            access, new Intent.Edit(changes, Setter.Importer, $"Import of {import.SourceName}", WithClosure: true), new(import.Id), cancel);
        if (outcome is not Outcome.Applied applied) return AcceptedImport.Failed(OutcomeWords.Of(outcome));
        await proposals.DecideAsync(access, import.Id, ProposalState.Accepted, cancel);
        await rules.RunAsync(access, cancel);
        var risk = RiskChange.Of(set.Now, (await models.ReadAsync(access, cancel)).Content);
        return new(applied.Changes.Length, risk.Of(ThreatDeltaKind.New).Count(), risk.Of(ThreatDeltaKind.Gone).Count(), Problem: null);
    }
}
