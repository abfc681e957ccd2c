using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Boards;
using ThreatBoard.Data.Mapping;
using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Iterations;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Data;

/// <summary>How all models stand that the one who asks may read now; nothing of another's is counted.</summary>
public sealed class ModelBoards(IDbContextFactory<ThreatBoardDb> databases, TimeProvider clock)
{
    /// <summary>By workspace and name; archived models are left out.</summary>
    public async Task<IReadOnlyList<ModelStanding>> ListAsync(Caller caller, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var models = await (
            from model in db.Models
            join room in db.Workspaces on model.WorkspaceId equals room.Id
            where model.ArchivedAt == null && db.MembershipsOf(caller, clock.GetUtcNow()).Any(member => member.WorkspaceId == model.WorkspaceId)
            orderby room.Name, model.Name, model.Id
            select new { model.Id, model.Name, model.Tags, Room = room }).ToListAsync(cancel);
        Guid[] ids = [.. models.Select(model => model.Id)];
        var now = (await Calendar.DatabaseTime.ReadAsync(db, cancel)).GetUtcNow();
        var parts = await PartsAsync(db, ids, cancel);
        return [.. models.Select(model =>
        {
            var rules = model.Room.ToRules();
            return parts.Of(model.Id, model.Name, model.Tags, model.Room, new(rules.DayOf(now), rules));
        })];
    }

    private static async Task<Parts> PartsAsync(ThreatBoardDb db, Guid[] ids, CancellationToken cancel)
    {
        var threats = await StandingRows.ThreatsAsync(db, ids, cancel);
        var late = await StandingRows.LateAsync(db, ids, cancel);
        var accepted = await (
            from acceptance in db.Acceptances
            join threat in db.Threats on new { Model = EF.Property<Guid>(acceptance, EntityMapping.ModelId), Id = acceptance.Threat } equals new { Model = EF.Property<Guid>(threat, EntityMapping.ModelId), threat.Id }
            where ids.Contains(EF.Property<Guid>(acceptance, EntityMapping.ModelId)) && EF.Property<ThreatStatus>(threat, ThreatMapping.Status) == ThreatStatus.Accepted
            select new { Model = EF.Property<Guid>(acceptance, EntityMapping.ModelId), Acceptance = acceptance, threat.Title }).ToListAsync(cancel);
        var iterations = await db.Iterations.Where(i => ids.Contains(EF.Property<Guid>(i, EntityMapping.ModelId))).Select(i => new { Model = EF.Property<Guid>(i, EntityMapping.ModelId), Iteration = i }).ToListAsync(cancel);
        var plans = await db.ReviewPlans.Where(p => ids.Contains(EF.Property<Guid>(p, EntityMapping.ModelId))).Select(p => new { Model = EF.Property<Guid>(p, EntityMapping.ModelId), Plan = p }).ToListAsync(cancel);
        return new(
            threats.ToLookup(row => row.Model, row => (row.Cell, row.Assessed, row.Decided)),
            late.ToLookup(row => row.Model, row => (row.Owner, row.Count)),
            accepted.ToLookup(row => row.Model, row => (row.Acceptance, row.Title)),
            iterations.ToLookup(row => row.Model, row => row.Iteration),
            plans.ToLookup(row => row.Model, row => row.Plan));
    }

    /// <summary>What was read of all models, by model.</summary>
    private sealed record Parts(
        ILookup<Guid, (TallyCell Cell, int Assessed, int Decided)> Threats, ILookup<Guid, (Owner Owner, int Count)> Late, ILookup<Guid, (Acceptance Acceptance, string Title)> Accepted,
        ILookup<Guid, Iteration> Iterations, ILookup<Guid, ReviewPlan> Plans)
    {
        public ModelStanding Of(Guid id, string name, ValueSet<string> tags, Workspace room, WorkingDay day)
        {
            var carried = Threats[id].Where(row => row.Cell.Status.CarriesRisk()).ToList();
            var turns = ModelContent.Empty.With(Iterations[id]).With(Plans[id]);
            return new(
                id, name, tags, room.Id, room.Name, day, new([.. Threats[id].Select(row => row.Cell)], day.Bands),
                carried.Sum(row => row.Cell.Count), carried.Sum(row => row.Assessed), carried.Sum(row => row.Decided),
                [.. Late[id].GroupBy(row => row.Owner with { Name = row.Owner.Account is null ? row.Owner.Name : "" }).Select(group => (group.First().Owner, group.Sum(row => row.Count))).OrderByDescending(row => row.Item2)],
                [.. Accepted[id].Where(row => row.Acceptance.Holds(day.Today)).Select(row => new StandingAcceptance(row.Acceptance.Threat, row.Title, row.Acceptance.Terms.Expires)).OrderBy(row => row.Expires)],
                Iteration.Current(turns) is { } open ? (open.Number, open.Phase, day.Rules.DayOf(open.Opened.At)) : null,
                ReviewDays.Next(turns, day.Rules.Zone));
        }
    }
}
