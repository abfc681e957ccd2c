using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Data.Door;

/// <summary>Undo and redo: the inverse of one's own entry, through the same door.</summary>
internal sealed class TakingBack(LockedModel model, Slice slice, CancellationToken cancel)
{
    /// <param name="kind">The kind that the entry which takes it back will have.</param>
    public async Task<(Decision Decision, string Summary)> DecideAsync(long number, EntryKind kind, bool withClosure)
    {
        var stack = await UndoStack.LoadAsync(model.Db, model.Access, cancel);
        var offered = kind is EntryKind.Undo ? stack.MayUndo(number) : stack.MayRedo(number);
        if (offered is null) return (Decision.Not(Outcome.Refused.Because($"There is nothing of yours to {kind.ToString().ToLowerInvariant()} here (any more).")), "");
        var rows = JournalChain.Body(await Replay.RowsOf(model.Db, model.Access.ModelId).Where(row => row.Number == number).ToListAsync(cancel));
        await slice.LoadAsync(rows.Select(row => row.Entity), cancel);
        var gone = rows.Where(row => row is { Before: not null, After: not null } && !slice.Content.Has(row.Entity)).Select(Gone).ToImmutableArray();
        if (gone.Length > 0) return (Decision.Not(new Outcome.Refused(gone, [])), "");
        var inverse = rows.Reverse().Select(row => row.ToChange(slice.Content).Inverse()).ToImmutableArray();
        return (await new Deliberation(slice, comments: null, cancel).DecideAsync(inverse, Setter.Anyone, withClosure), offered.Summary);
    }

    private static Conflict Gone(ChangeJson row) =>
        new(ConflictKind.RemovedByThem, row.Entity, row.Entity.Kind, Field: null, Base: null, Theirs: null, Mine: null);
}
