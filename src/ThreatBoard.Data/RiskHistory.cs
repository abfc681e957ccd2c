using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Data;

/// <summary>What boards look back on, from the journal: the open risk day by day, and a model as it was at the end of a day.</summary>
public sealed class RiskHistory(IDbContextFactory<ThreatBoardDb> databases, RevisionArchive archive) : IDisposable
{
    /// <summary>Most days that are told at once.</summary>
    public const int MostDays = 1_100;

    /// <summary>How many threats all followed models may keep in memory together; the one asked for last is always kept.</summary>
    private const int MostThreats = 60_000;

    private readonly Lock _keeping = new();
    private readonly LinkedList<(Guid Model, FollowedRisk Risk)> _kept = [];

    public void Dispose()
    {
        // What gave way before may still be read by somebody, and is left to itself.
        foreach (var (_, risk) in _kept) risk.Dispose();
    }

    /// <summary>The open risk of each day, both included, at most the last <see cref="MostDays"/>.</summary>
    public async Task<RiskPast> DaysAsync(ModelAccess access, WorkspaceZone zone, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var risk = Keep(access.ModelId, zone);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var earliest = DateOnly.FromDayNumber(Math.Max(0, to.DayNumber + 1 - MostDays));
        return await risk.DaysAsync(db, from < earliest ? earliest : from, to, cancel);
    }

    /// <summary>The model at the end of a day, comments apart: from the last revision before it, and the journal since.</summary>
    /// <exception cref="Publishing.DamagedRevisionException">The stored revision is not what was published.</exception>
    public async Task<ModelContent> AtAsync(ModelAccess access, DateOnly day, WorkspaceZone zone, CancellationToken cancel)
    {
        var end = zone.EndOf(day);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var beyond = await db.JournalEntries.Where(entry => entry.ModelId == access.ModelId && entry.At >= end).MinAsync(entry => (long?)entry.Number, cancel);
        var last = beyond - 1 ?? await db.Models.Where(model => model.Id == access.ModelId).Select(model => model.Sequence).SingleAsync(cancel);
        var revision = await db.Revisions.Where(row => row.ModelId == access.ModelId && row.Sequence <= last).OrderByDescending(row => row.Number)
            .Select(row => new { row.Number, row.Sequence }).FirstOrDefaultAsync(cancel);
        var published = revision is null ? null : await archive.ReadAsync(access, revision.Number, cancel);
        var (from, comments) = (revision?.Sequence ?? 0, ShapeOf<Comment>.Name);
        var rows = await Replay.RowsOf(db, access.ModelId).Where(row => row.Number > from && row.Number <= last && row.EntityKind != comments).ToListAsync(cancel);
        return Replay.Over(published ?? ModelContent.Empty, rows);
    }

    private FollowedRisk Keep(Guid model, WorkspaceZone zone)
    {
        lock (_keeping)
        {
            var known = _kept.FirstOrDefault(kept => kept.Model == model);
            if (known.Risk is not null) _kept.Remove(known);
            var risk = known.Risk is { } followed && followed.Zone == zone ? followed : new FollowedRisk(model, zone);
            _kept.AddFirst((model, risk));
            while (_kept.Count > 1 && _kept.Sum(kept => kept.Risk.Weight) > MostThreats) _kept.RemoveLast();
            return risk;
        }
    }
}
