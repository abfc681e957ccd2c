using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Domain.Acceptances;
using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Data.Inbox;

/// <summary>Makes notices of what the journals say, entry by entry and once each: one process at a time, and where the last one stopped.</summary>
internal sealed class InboxFeed(IDbContextFactory<ThreatBoardDb> databases, InboxSignals signals)
{
    private const int EntriesAtOnce = 500;

    private const long FeedLock = 0x7468_7265_6174_696e;

    /// <summary>Reads on in every model that has moved, and looks whether change sets wait.</summary>
    /// <param name="announced">Models where something else than the journal may have moved.</param>
    public async Task RunAsync(IReadOnlyCollection<Guid> announced, CancellationToken cancel)
    {
        var behind = await BehindAsync(cancel);
        foreach (var model in behind)
        {
            while (await ReadOnAsync(model, cancel) == EntriesAtOnce)
            {
                // More entries wait than are read at once.
            }
        }

        Guid[] moved = [.. behind, .. announced];
        await InTurnAsync(async db => [.. await WaitingChangeSets.TellAsync(db, cancel), .. await DecisionNotices.TellAsync(db, AcceptanceChain.WarningDays, cancel), .. await PastNotices.SettleAsync(db, moved, cancel)], cancel);
    }

    /// <summary>Looks at the days: what is due soon and what is overdue, by the database's clock.</summary>
    /// <param name="days">How many days ahead counts as soon.</param>
    public Task LookAtDaysAsync(int days, CancellationToken cancel) =>
        InTurnAsync(async db => [.. await DueNotices.TellAsync(db, days, cancel), .. await DecisionNotices.TellAsync(db, AcceptanceChain.WarningDays, cancel), .. await PastNotices.SettleAsync(db, models: null, cancel)], cancel);

    private async Task<IReadOnlyList<Guid>> BehindAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Models.Where(m => !db.InboxCursors.Any(c => c.ModelId == m.Id && c.Number >= m.Sequence) && m.Sequence > 0).Select(m => m.Id).ToListAsync(cancel);
    }

    /// <returns>How many entries were read.</returns>
    private async Task<int> ReadOnAsync(Guid model, CancellationToken cancel)
    {
        var read = 0;
        await InTurnAsync(
            async db =>
            {
                var seen = await db.InboxCursors.Where(c => c.ModelId == model).Select(c => c.Number).SingleOrDefaultAsync(cancel);
                var entries = await db.JournalEntries.Where(e => e.ModelId == model && e.Number > seen).OrderBy(e => e.Number).Take(EntriesAtOnce).ToListAsync(cancel);
                if (entries is not [.., { Number: var last }]) return [];
                read = entries.Count;
                var told = await TellAsync(db, model, entries, cancel);
                await db.Database.ExecuteSqlAsync(
                    $"INSERT INTO inbox_cursor (model_id, number) VALUES ({model}, {last}) ON CONFLICT (model_id) DO UPDATE SET number = excluded.number", cancel);
                return told;
            },
            cancel);
        return read;
    }

    /// <summary>Only what people did by hand is told: neither a reading nor a run of the rules names anybody.</summary>
    private static async Task<IReadOnlyList<Guid>> TellAsync(ThreatBoardDb db, Guid model, List<JournalEntryRow> entries, CancellationToken cancel)
    {
        var by = entries.Where(e => e.By == Setter.Person).ToDictionary(e => e.Number);
        var numbers = by.Keys.ToArray();
        var rows = await db.JournalChanges
            .Where(c => c.ModelId == model && numbers.Contains(c.Number) && c.After != null && NoticeSources.Kinds.Contains(c.EntityKind))
            .OrderBy(c => c.Number).ThenBy(c => c.Ordinal).ToListAsync(cancel);
        if (rows.Count == 0) return [];
        var sources = new NoticeSources(db, model, by, await Members.OfAsync(db, model, cancel));
        return await NoticeWriter.AddAsync(db, [.. await sources.MentionsAsync(rows, cancel), .. await sources.AssignmentsAsync(rows, cancel)], cancel);
    }

    /// <summary>Waits for its turn among all processes, and tells those whose inbox has changed after the commit.</summary>
    private async Task InTurnAsync(Func<ThreatBoardDb, Task<IReadOnlyList<Guid>>> work, CancellationToken cancel)
    {
        IReadOnlyList<Guid> told;
        await using (var db = await databases.CreateDbContextAsync(cancel))
        await using (var turn = await db.Database.BeginTransactionAsync(cancel))
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({FeedLock})", cancel);
            told = await work(db);
            await turn.CommitAsync(cancel);
        }

        await signals.PostAsync(told, cancel);
    }
}
