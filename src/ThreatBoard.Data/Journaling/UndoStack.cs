using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Data.Journaling;

/// <summary>An entry that can be taken back, and what to call it.</summary>
/// <param name="Summary">Such as <c>move of 3</c>.</param>
public sealed record Undoable(long Number, string Summary);

/// <summary>What a person can undo and redo in a model; read from the journal, so that it survives a reload.</summary>
/// <param name="Undo">The last entry of one's own that is in effect, or null.</param>
/// <param name="Redo">The last undoing of one's own after which one did nothing new, or null.</param>
public sealed record UndoStack(Undoable? Undo, Undoable? Redo)
{
    /// <summary>How far back it goes, in entries of one's own.</summary>
    private const int Depth = 500;

    private ImmutableArray<Undoable> Done { get; init; } = [];

    internal static async Task<UndoStack> LoadAsync(ThreatBoardDb db, ModelAccess access, CancellationToken cancel)
    {
        var own = await db.JournalEntries
            .Where(e => e.ModelId == access.ModelId && e.AuthorId == access.Person.Id && (e.Changes > 0 || e.Undoes != null) && e.By != Setter.Rule && e.Kind != EntryKind.Step)
            .OrderByDescending(e => e.Number).Take(Depth)
            .Select(e => new Entry(e.Number, e.Kind, e.Undoes, e.Summary, e.Changes)).ToListAsync(cancel);
        return Of(own);
    }

    /// <param name="newestFirst">The entries of one person.</param>
    internal static UndoStack Of(IReadOnlyList<Entry> newestFirst)
    {
        var takenBack = new HashSet<long>();
        // An entry is in effect unless one that is itself in effect takes it back; newer ones are settled first.
        foreach (var entry in newestFirst.Where(e => e.Undoes is not null))
        {
            if (!takenBack.Contains(entry.Number)) takenBack.Add(entry.Undoes!.Value);
        }

        ImmutableArray<Undoable> done =
            [.. newestFirst.Where(e => e.Undoes is null && !takenBack.Contains(e.Number)).Select(e => new Undoable(e.Number, e.Summary))];
        var lastNew = newestFirst.FirstOrDefault(e => e.Undoes is null)?.Number ?? 0;
        var undone = newestFirst.FirstOrDefault(e => e is { Kind: EntryKind.Undo, Changes: > 0 } && e.Number > lastNew && !takenBack.Contains(e.Number));
        return new(done.FirstOrDefault(), undone is null ? null : new(undone.Number, undone.Summary)) { Done = done };
    }

    internal Undoable? MayUndo(long number) => Done.FirstOrDefault(entry => entry.Number == number);

    internal Undoable? MayRedo(long number) => Redo?.Number == number ? Redo : null;

    /// <param name="Changes">0 for an undoing that found nothing left: it counts as taken back, and there is nothing to do again.</param>
    internal sealed record Entry(long Number, EntryKind Kind, long? Undoes, string Summary, int Changes);
}
