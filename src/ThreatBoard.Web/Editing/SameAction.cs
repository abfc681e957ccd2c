using System.Collections.Immutable;
using ThreatBoard.Data;
using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Web.Editing;

/// <summary>
/// Tells a person's next action from the same one heard again. While an edit is under way, the same edit joins it; and one whose
/// answer was lost keeps its operation id, so that trying again cannot write it twice. One a circuit.
/// </summary>
public sealed class SameAction(TimeProvider clock)
{
    private readonly List<Action> _begun = [];

    /// <param name="act">Called at most once for the same changes under way.</param>
    public async Task<(Outcome Outcome, ModelContent? Content)> RunAsync(
        Guid model, ImmutableArray<Change> changes, Func<OperationId, Task<(Outcome Outcome, ModelContent? Content)>> act)
    {
        var same = _begun.Find(action => action.Model == model && action.Changes.SequenceEqual(changes));
        if (same is { Running: { IsCompleted: false } running }) return await running;
        Forget(except: same);
        if (same is null) _begun.Add(same = new(model, changes, OperationId.New(clock)));
        same.Running = act(same.Operation);
        var outcome = await same.Running;
        // Only what is answered is over: after an exception nobody knows whether it was written.
        _begun.Remove(same);
        return outcome;
    }

    /// <summary>Something else was done since: the same edit again would be a new one.</summary>
    public void Forget() => Forget(except: null);

    private void Forget(Action? except) => _begun.RemoveAll(action => action != except && action.Running is { IsCompleted: true });

    private sealed class Action(Guid model, ImmutableArray<Change> changes, OperationId operation)
    {
        public Guid Model => model;

        public ImmutableArray<Change> Changes => changes;

        public OperationId Operation => operation;

        public Task<(Outcome Outcome, ModelContent? Content)>? Running { get; set; }
    }
}
