using Microsoft.EntityFrameworkCore;
using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Data.Journaling;

/// <summary>Makes states again from the journal alone.</summary>
internal static class Replay
{
    /// <summary>The changes of one entry, exactly as they were when it was written.</summary>
    public static async Task<IReadOnlyList<Change>> OfEntryAsync(ThreatBoardDb db, Guid model, long number, CancellationToken cancel)
    {
        var entry = await RowsOf(db, model).Where(row => row.Number == number).ToListAsync(cancel);
        var ids = entry.Select(row => row.EntityId).ToArray();
        var earlier = await RowsOf(db, model).Where(row => row.Number < number && ids.Contains(row.EntityId)).ToListAsync(cancel);
        var before = Over(ModelContent.Empty, earlier);
        return [.. JournalChain.Body(entry).Select(change => change.ToChange(before))];
    }

    public static ModelContent Over(ModelContent content, IEnumerable<JournalChangeRow> rows) =>
        rows.OrderBy(row => row.Number).ThenBy(row => row.Ordinal)
            .Aggregate(content, (now, row) => now.Apply([row.ToJson().ToChange(now)]));

    public static IQueryable<JournalChangeRow> RowsOf(ThreatBoardDb db, Guid model) => db.JournalChanges.Where(row => row.ModelId == model);
}
