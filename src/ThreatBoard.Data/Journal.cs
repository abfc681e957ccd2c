using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data;

/// <summary>Reads the journal: history, what a person can undo, and the proof that nothing was altered.</summary>
public sealed class Journal(IDbContextFactory<ThreatBoardDb> databases)
{
    private const int MostAtOnce = 100;

    /// <summary>What the person can undo and redo now, with the words for it.</summary>
    public async Task<UndoStack> UndoAsync(ModelAccess access, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await UndoStack.LoadAsync(db, access, cancel);
    }

    /// <summary>The entries after a number, the oldest first, at most <paramref name="limit"/>.</summary>
    public async Task<IReadOnlyList<JournalEntryRow>> AfterAsync(ModelAccess access, long number, int limit, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Entries(db, access).Where(e => e.Number > number).OrderBy(e => e.Number).Take(limit).ToListAsync(cancel);
    }

    /// <summary>The entries after one number up to another, the oldest first, at most <paramref name="limit"/>.</summary>
    public async Task<IReadOnlyList<JournalEntryRow>> BetweenAsync(ModelAccess access, long after, long upTo, int limit, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Entries(db, access).Where(e => e.Number > after && e.Number <= upTo).OrderBy(e => e.Number).Take(limit).ToListAsync(cancel);
    }

    /// <summary>The newest entries, the newest first.</summary>
    public async Task<IReadOnlyList<JournalEntryRow>> LatestAsync(ModelAccess access, int limit, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Entries(db, access).OrderByDescending(e => e.Number).Take(limit).ToListAsync(cancel);
    }

    /// <summary>The newest entries that changed entities of these kinds, the newest first.</summary>
    public async Task<IReadOnlyList<JournalEntryRow>> ChangingAsync(ModelAccess access, IReadOnlyCollection<string> kinds, int limit, CancellationToken cancel)
    {
        var wanted = kinds.ToArray();
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Entries(db, access)
            .Where(e => db.JournalChanges.Any(c => c.ModelId == e.ModelId && c.Number == e.Number && wanted.Contains(c.EntityKind)))
            .OrderByDescending(e => e.Number).Take(limit).ToListAsync(cancel);
    }

    /// <summary>Exactly what one entry changed.</summary>
    public async Task<IReadOnlyList<Change>> ChangesOfAsync(ModelAccess access, long number, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Replay.OfEntryAsync(db, access.ModelId, number, cancel);
    }

    /// <summary>What happened to one entity, the newest first.</summary>
    public async Task<ImmutableArray<EntityEvent>> HistoryOfAsync(ModelAccess access, EntityRef entity, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = await Replay.RowsOf(db, access.ModelId).Where(r => r.EntityId == entity.Id && r.EntityKind == entity.Kind)
            .OrderBy(r => r.Number).ThenBy(r => r.Ordinal).ToListAsync(cancel);
        var numbers = rows.Select(r => r.Number).ToArray();
        var entries = await Entries(db, access).Where(e => numbers.Contains(e.Number)).ToDictionaryAsync(e => e.Number, cancel);
        var events = new List<EntityEvent>();
        var content = ModelContent.Empty;
        foreach (var row in rows)
        {
            var change = row.ToJson().ToChange(content);
            content = content.Apply([change]);
            events.Add(new(entries[row.Number], change));
        }

        events.Reverse();
        return [.. events];
    }

    /// <summary>What happened to a threat and to all that belongs to it, also to what was merged into it: mitigations, links, acceptances, comments; the newest first.</summary>
    /// <param name="before">Only entries with a lesser number, as the page before says; null for the newest.</param>
    /// <param name="limit">At most 100 are read at once.</param>
    public async Task<TimelinePage> TimelineAsync(ModelAccess access, Id<Threat> threat, long? before, int limit, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await new ThreatTimeline(db, access.ModelId, cancel).ReadAsync(threat, before, Math.Clamp(limit, 1, MostAtOnce));
    }

    /// <summary>Who set or removed what last, of a few entities.</summary>
    public async Task<IReadOnlyDictionary<EntityRef, EntityTouches>> TouchesAsync(ModelAccess access, IReadOnlyCollection<EntityRef> entities, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await EntityTouches.LoadAsync(db, access, entities, cancel);
    }

    /// <summary>The model made again from nothing but the journal.</summary>
    public async Task<ModelContent> ReplayAsync(ModelAccess access, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return Replay.Over(ModelContent.Empty, await Replay.RowsOf(db, access.ModelId).ToListAsync(cancel));
    }

    /// <summary>Numbers without gaps, digests of the stored bytes and the chain; null when all holds, else what does not.</summary>
    public async Task<string?> VerifyAsync(ModelAccess access, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return (await JournalProof.OfAsync(db, access.ModelId, cancel)).Problem;
    }

    private static IQueryable<JournalEntryRow> Entries(ThreatBoardDb db, ModelAccess access) => db.JournalEntries.Where(e => e.ModelId == access.ModelId);
}
