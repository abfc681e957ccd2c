using Microsoft.EntityFrameworkCore;

namespace ThreatBoard.Data.Journaling;

/// <summary>That a model's stored journal is the one that was written; read in steps, because a journal may be long.</summary>
/// <param name="Entries">How many hold, from the first on.</param>
/// <param name="Problem">Null when all holds, else what does not.</param>
internal sealed record JournalProof(long Entries, string? Problem)
{
    private const int Step = 200;

    public static async Task<JournalProof> OfAsync(ThreatBoardDb db, Guid model, CancellationToken cancel)
    {
        // Read first: entries that are written meanwhile only add to what must be there.
        var last = await db.Models.Where(m => m.Id == model).Select(m => m.Sequence).SingleAsync(cancel);
        var (proof, previous) = (new JournalProof(0, null), Array.Empty<byte>());
        while (proof.Problem is null)
        {
            var after = proof.Entries;
            var entries = await db.JournalEntries.Where(e => e.ModelId == model && e.Number > after).OrderBy(e => e.Number).Take(Step).ToListAsync(cancel);
            if (entries.Count == 0) return after < last ? proof with { Problem = Missing(after + 1) } : proof;
            var until = entries[^1].Number;
            var bodies = (await Replay.RowsOf(db, model).Where(row => row.Number > after && row.Number <= until).ToListAsync(cancel)).ToLookup(row => row.Number);
            foreach (var entry in entries)
            {
                if (Check(entry, bodies[entry.Number], proof.Entries + 1, previous) is { } problem) return proof with { Problem = problem };
                (proof, previous) = (new(entry.Number, null), entry.Hash);
            }
        }

        return proof;
    }

    private static string? Check(JournalEntryRow entry, IEnumerable<JournalChangeRow> body, long expected, byte[] previous) =>
        entry.Number != expected ? Missing(expected)
        : !JournalChain.DigestOf(JournalChain.Body(body)).AsSpan().SequenceEqual(entry.BodyDigest) ? $"The changes of entry {entry.Number} are not those that were written."
        : !JournalChain.HashOf(previous, entry).AsSpan().SequenceEqual(entry.Hash) ? $"Entry {entry.Number} is not what was written."
        : null;

    private static string Missing(long number) => $"Entry {number} is missing.";
}
