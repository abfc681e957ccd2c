using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Mapping;
using ThreatBoard.Domain.Acceptances;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Iterations;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Data.Calendar;

/// <summary>Writes down what follows from a day alone: acceptances that have expired, models that are due for review. Missed days are caught up, and what is done is not done again.</summary>
public sealed class CalendarJobs(IDbContextFactory<ThreatBoardDb> databases, ModelStore store)
{
    private const long CalendarLock = 0x7468_7265_6174_6361;

    /// <summary>Which days count as past is told by the database's clock, in each workspace's time zone.</summary>
    /// <returns>How many models were written to; 0 as well where another process is at it.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var turn = await db.Database.BeginTransactionAsync(cancel);
        if (!(await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({CalendarLock}) AS \"Value\"").ToListAsync(cancel))[0]) return 0;
        var now = (await DatabaseTime.ReadAsync(db, cancel)).GetUtcNow();
        var written = await ExpireAsync(db, now, cancel) + await MarkReviewsAsync(db, now, cancel);
        await turn.CommitAsync(cancel);
        return written;
    }

    private async Task<int> ExpireAsync(ThreatBoardDb db, DateTimeOffset now, CancellationToken cancel)
    {
        // Days differ by less than two around the world; each workspace's own day decides below.
        var soon = DateOnly.FromDateTime(now.UtcDateTime).AddDays(2);
        var open = await (
            from acceptance in db.Acceptances
            join model in db.Models on EF.Property<Guid>(acceptance, EntityMapping.ModelId) equals model.Id
            join room in db.Workspaces on model.WorkspaceId equals room.Id
            where model.ArchivedAt == null && acceptance.Ending == null && (acceptance.Decision == null || acceptance.Decision.IsApproved) && acceptance.Terms.Expires < soon
            select new { model.Id, model.WorkspaceId, room.TimeZone, acceptance.Threat, acceptance.Terms.Expires }).ToListAsync(cancel);
        var overdue = open.Where(row => row.Expires < WorkspaceZone.Named(row.TimeZone).DayOf(now)).GroupBy(row => (row.Id, row.WorkspaceId)).ToList();
        var written = 0;
        foreach (var model in overdue)
            written += await TakeAsync(model.Key.Id, model.Key.WorkspaceId, new ExpireAcceptances([.. model.Select(row => row.Threat).Distinct().Order()]), cancel);
        return written;
    }

    private async Task<int> MarkReviewsAsync(ThreatBoardDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var planned = await (
            from plan in db.ReviewPlans
            join model in db.Models on EF.Property<Guid>(plan, EntityMapping.ModelId) equals model.Id
            join room in db.Workspaces on model.WorkspaceId equals room.Id
            where model.ArchivedAt == null && plan.DueSince == null
            select new { Model = model.Id, model.WorkspaceId, room.TimeZone, Plan = plan }).ToListAsync(cancel);
        var written = 0;
        foreach (var row in planned)
        {
            var iterations = await db.Iterations.Where(iteration => EF.Property<Guid>(iteration, EntityMapping.ModelId) == row.Model).ToListAsync(cancel);
            var zone = WorkspaceZone.Named(row.TimeZone);
            if (ReviewDays.IsDue(ModelContent.Empty.With(row.Plan).With(iterations), zone.DayOf(now), zone)) written += await TakeAsync(row.Model, row.WorkspaceId, new MarkReviewDue(), cancel);
        }

        return written;
    }

    private async Task<int> TakeAsync(Guid model, Guid workspace, Step step, CancellationToken cancel)
    {
        var outcome = await store.ApplyAsync(ModelAccess.OfCalendar(model, workspace), new Intent.Take(step), OperationId.New(TimeProvider.System), cancel);
        return outcome is Outcome.Applied { Changes.IsEmpty: false } ? 1 : 0;
    }
}
