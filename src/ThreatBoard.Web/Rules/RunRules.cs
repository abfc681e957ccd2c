using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Web.Importing;

namespace ThreatBoard.Web.Rules;

/// <summary>Runs every rule over a model as it is, and stores what they found as one entry; what people decided stays.</summary>
public sealed class RunRules(LiveModels models, Readings readings, ModelStore store, TimeProvider clock)
{
    /// <summary>Somebody may write while the rules run; then they run again.</summary>
    private const int Attempts = 3;

    /// <returns>What became of the last attempt; applied without changes where every threat stands as the rules see it.</returns>
    public async Task<Outcome> RunAsync(ModelAccess access, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await AttemptAsync(access, cancel);
            if (outcome is Outcome.Applied || attempt == Attempts) return outcome;
        }
    }

    private async Task<Outcome> AttemptAsync(ModelAccess access, CancellationToken cancel)
    {
        var now = await models.ReadAsync(access, cancel);
        var objects = await readings.AcceptedAsync(access, now.Content, cancel);
        // The rules may take a second on a large model: not on the circuit's own thread.
        var changes = await Task.Run(() => ModelRules.Run(now.Content, objects).ChangesTo(now.Content, clock), cancel);
        return changes.IsEmpty
            ? new Outcome.Applied(now.Number, [])
            : await store.ApplyAsync(access, new Intent.Edit(changes, Setter.Rule, "Rules run"), OperationId.New(clock), cancel);
    }
}
