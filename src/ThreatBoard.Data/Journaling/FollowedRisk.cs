using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Data.Journaling;

/// <summary>The risk of one model followed along its journal; what was read once is not read again.</summary>
internal sealed class FollowedRisk(Guid model, WorkspaceZone zone) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly RiskLedger _ledger = new(zone);
    private long _number;

    public WorkspaceZone Zone => zone;

    /// <summary>How many threats it keeps in memory.</summary>
    public int Weight => _ledger.Content.CountOf<Threat>();

    public void Dispose() => _oneAtATime.Dispose();

    public async Task<RiskPast> DaysAsync(ThreatBoardDb db, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            await CatchUpAsync(db, cancel);
            return new(_ledger.First, _ledger.Days(from, to));
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task CatchUpAsync(ThreatBoardDb db, CancellationToken cancel)
    {
        var last = await db.Models.Where(row => row.Id == model).Select(row => row.Sequence).SingleAsync(cancel);
        if (last <= _number) return;
        var seen = _number;
        string[] kinds = [.. RiskLedger.Kinds];
        var entries = await db.JournalEntries.Where(entry => entry.ModelId == model && entry.Number > seen && entry.Number <= last)
            .Select(entry => new { entry.Number, entry.At, entry.Author, entry.Reason, entry.Summary }).ToDictionaryAsync(entry => entry.Number, cancel);
        var rows = new List<JournalChangeRow>();
        await foreach (var row in Replay.RowsOf(db, model).Where(row => row.Number > seen && row.Number <= last && kinds.Contains(row.EntityKind))
            .OrderBy(row => row.Number).ThenBy(row => row.Ordinal).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (rows is [var first, ..] && first.Number != row.Number) Follow();
            rows.Add(row);
        }

        if (rows.Count > 0) Follow();
        _number = last;

        void Follow()
        {
            var entry = entries[rows[0].Number];
            ImmutableArray<Change> changes = [.. rows.Select(row => row.ToJson().ToChange(_ledger.Content))];
            _ledger.Add(new(entry.Number, entry.At, entry.Author, entry.Reason.Length > 0 ? entry.Reason : entry.Summary, changes));
            _number = entry.Number;
            rows.Clear();
        }
    }
}
