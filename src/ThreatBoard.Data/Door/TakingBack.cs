using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Data.Door;

/// <summary>Undo and redo: the inverse of one's own entry, through the same door.</summary>
internal sealed class TakingBack(LockedModel model, Slice slice, Deliberation deliberation, CancellationToken cancel)
{
    /// <param name="kind">The kind that the entry which takes it back will have.</param>
    /// <param name="over">The number up to which what others did since may be overwritten; null to refuse, so that the author is asked.</param>
    public async Task<(Decision Decision, string Summary)> DecideAsync(long number, EntryKind kind, bool withClosure, long? over)
    {
        var stack = await UndoStack.LoadAsync(model.Db, model.Access, cancel);
        var offered = kind is EntryKind.Undo ? stack.MayUndo(number) : stack.MayRedo(number);
        if (offered is null) return (Decision.Not(Outcome.Refused.Because($"There is nothing of yours to {kind.ToString().ToLowerInvariant()} here (any more).")), "");
        var rows = JournalChain.Body(await Replay.RowsOf(model.Db, model.Access.ModelId).Where(row => row.Number == number).ToListAsync(cancel));
        await slice.LoadAsync(rows.Select(row => row.Entity), cancel);
        var gone = rows.Where(row => row is { Before: not null, After: not null } && !slice.Content.Has(row.Entity)).ToLookup(row => row.Entity);
        var inverse = rows.Reverse().Where(row => !gone.Contains(row.Entity)).Select(row => row.ToChange(slice.Content).Inverse()).ToImmutableArray();
        ImmutableArray<Conflict> conflicts = [.. gone.Select(rows => Gone(rows.First())), .. Merge.Of(slice.Content, inverse).Conflicts];
        if (conflicts.Length > 0 && !await SeenAsync(conflicts, over)) return (Decision.Not(new Outcome.Refused(conflicts, [])), "");
        inverse = Resolution.Of(inverse, conflicts.Select(conflict => new SettledConflict(conflict, Choice.KeepMine)));
        return (await deliberation.DecideAsync(inverse, Setter.Anyone, withClosure), offered.Summary);
    }

    /// <summary>Whether whoever agreed to overwrite had seen the last that others did to these.</summary>
    private async Task<bool> SeenAsync(ImmutableArray<Conflict> conflicts, long? over)
    {
        if (over is not { } seen) return false;
        var ids = conflicts.Select(conflict => conflict.Entity.Id).ToArray();
        return !await Replay.RowsOf(model.Db, model.Access.ModelId).AnyAsync(row => row.Number > seen && ids.Contains(row.EntityId), cancel);
    }

    private static Conflict Gone(ChangeJson row) =>
        new(ConflictKind.RemovedByThem, row.Entity, row.Entity.Kind, Field: null, Base: null, Theirs: null, Mine: null);
}
