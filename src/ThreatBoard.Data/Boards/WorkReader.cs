using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Importing;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Data.Mapping;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Iterations;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Data.Boards;

/// <summary>Reads what waits for one person in some models.</summary>
/// <param name="rooms">The models that the person may read, with their role there.</param>
/// <param name="mine">The person and their teams.</param>
internal sealed class WorkReader(ThreatBoardDb db, Guid person, IReadOnlyDictionary<Guid, (WorkPlace Place, Role Role)> rooms, Guid?[] mine, CancellationToken cancel)
{
    private static readonly string[] s_content = [.. EntityKinds.All.Where(shape => shape.Part is ModelPart.Content).Select(shape => shape.Name)];

    private readonly Guid[] _all = [.. rooms.Keys];

    public async Task<ImmutableArray<OwnedWork>> OwnedAsync(int most)
    {
        var threats = await (
            from t in db.Threats
            where _all.Contains(EF.Property<Guid>(t, EntityMapping.ModelId)) && mine.Contains(t.Owner.Account)
            let status = EF.Property<ThreatStatus>(t, ThreatMapping.Status)
            where status == ThreatStatus.Open || status == ThreatStatus.Assessed || status == ThreatStatus.InTreatment
            orderby t.Due == null, t.Due, EF.Property<int>(t, ThreatMapping.ResidualScore) descending, t.Id
            select new { Model = EF.Property<Guid>(t, EntityMapping.ModelId), t.Id, t.Title, t.Owner, t.Due, Score = EF.Property<int>(t, ThreatMapping.ResidualScore), Inherent = EF.Property<int?>(t, ThreatMapping.InherentScore) }).Take(most).ToListAsync(cancel);
        var mitigations = await (
            from m in db.Mitigations
            where _all.Contains(EF.Property<Guid>(m, EntityMapping.ModelId)) && mine.Contains(m.Owner.Account) && m.Status != MitigationStatus.Implemented && m.Status != MitigationStatus.Verified
            let model = EF.Property<Guid>(m, EntityMapping.ModelId)
            orderby m.Due == null, m.Due, m.Id
            select new
            {
                Model = model, m.Id, m.Title, m.Owner, m.Due,
                Worst = (from l in db.MitigationLinks
                         join t in db.Threats on new { Model = EF.Property<Guid>(l, EntityMapping.ModelId), Id = l.Threat } equals new { Model = EF.Property<Guid>(t, EntityMapping.ModelId), t.Id }
                         where EF.Property<Guid>(l, EntityMapping.ModelId) == model && l.Mitigation == m.Id && EF.Property<int?>(t, ThreatMapping.InherentScore) != null
                         select (int?)EF.Property<int>(t, ThreatMapping.ResidualScore)).Max(),
            }).Take(most).ToListAsync(cancel);
        return
        [
            .. threats.Select(t => new OwnedWork(rooms[t.Model].Place, "threat", t.Id.Value, t.Title, "Threat", t.Owner, t.Due, t.Score, t.Inherent is not null))
                .Concat(mitigations.Select(m => new OwnedWork(rooms[m.Model].Place, "mitigation", m.Id.Value, m.Title, "Mitigation", m.Owner, m.Due, m.Worst ?? 0, m.Worst is not null)))
                .OrderByDescending(work => work.IsOverdue).ThenBy(work => work.Due ?? DateOnly.MaxValue).ThenByDescending(work => work.Score).ThenBy(work => work.Id),
        ];
    }

    /// <summary>The riskiest open threats without an owner.</summary>
    public async Task<ImmutableArray<OwnedWork>> NobodysAsync(int most)
    {
        Guid[] may = [.. rooms.Where(room => room.Value.Role.Gives(Right.Edit)).Select(room => room.Key)];
        var threats = await (
            from t in db.Threats
            let score = EF.Property<int>(t, ThreatMapping.ResidualScore)
            let status = EF.Property<ThreatStatus>(t, ThreatMapping.Status)
            where may.Contains(EF.Property<Guid>(t, EntityMapping.ModelId)) && t.Owner.Kind == OwnerKind.None && score > 0
                && (status == ThreatStatus.Open || status == ThreatStatus.Assessed || status == ThreatStatus.InTreatment)
            orderby score descending, t.Due, t.Id
            select new { Model = EF.Property<Guid>(t, EntityMapping.ModelId), t.Id, t.Title, t.Owner, t.Due, Score = score }).Take(most).ToListAsync(cancel);
        return [.. threats.Select(t => new OwnedWork(rooms[t.Model].Place, "threat", t.Id.Value, t.Title, "Threat", t.Owner, t.Due, t.Score, IsRated: true))];
    }

    /// <param name="alone">The workspaces in which the person is the only one, and so decides their own requests.</param>
    public async Task<ImmutableArray<OpenDecision>> DecisionsAsync(IReadOnlySet<Guid> alone)
    {
        Guid[] may = [.. rooms.Where(room => room.Value.Role.Gives(Right.Approve)).Select(room => room.Key)];
        var acceptances = await (
            from a in db.Acceptances
            join t in db.Threats on new { Model = EF.Property<Guid>(a, EntityMapping.ModelId), Id = a.Threat } equals new { Model = EF.Property<Guid>(t, EntityMapping.ModelId), t.Id }
            where may.Contains(EF.Property<Guid>(a, EntityMapping.ModelId))
            select new { Model = EF.Property<Guid>(a, EntityMapping.ModelId), Acceptance = a, t.Id, t.Title }).ToListAsync(cancel);
        var approvals = await (
            from a in db.Approvals
            let model = EF.Property<Guid>(a, EntityMapping.ModelId)
            where may.Contains(model)
            let since = db.Revisions.Where(r => r.ModelId == model).Max(r => (long?)r.Sequence) ?? 0
            select new
            {
                Model = model, Approval = a,
                Wrote = db.JournalEntries.Any(e => e.ModelId == model && e.Number > since && e.AuthorId == person && e.Kind != EntryKind.Step
                    && db.JournalChanges.Any(c => c.ModelId == model && c.Number == e.Number && s_content.Contains(c.EntityKind))),
            }).ToListAsync(cancel);
        return
        [
            .. acceptances.Where(row => row.Acceptance.State is AcceptanceState.Requested && (row.Acceptance.Requested.Person != person || IsAlone(row.Model)))
                .Select(row => new OpenDecision(rooms[row.Model].Place, row.Id, row.Title, row.Acceptance.Requested.Name, row.Acceptance.Requested.At))
                .Concat(approvals.Where(row => row.Approval.State is ApprovalState.Asked && (!row.Wrote || IsAlone(row.Model)))
                    .Select(row => new OpenDecision(rooms[row.Model].Place, null, "A revision", row.Approval.Asked.Name, row.Approval.Asked.At)))
                .OrderBy(decision => decision.AskedAt),
        ];

        bool IsAlone(Guid model) => alone.Contains(rooms[model].Place.WorkspaceId);
    }

    /// <summary>Of threats that the person or a team of theirs owns, or that they asked for.</summary>
    public async Task<ImmutableArray<ExpiringAcceptance>> ExpiringAsync(int days)
    {
        var rows = await (
            from a in db.Acceptances
            join t in db.Threats on new { Model = EF.Property<Guid>(a, EntityMapping.ModelId), Id = a.Threat } equals new { Model = EF.Property<Guid>(t, EntityMapping.ModelId), t.Id }
            where _all.Contains(EF.Property<Guid>(a, EntityMapping.ModelId)) && (mine.Contains(t.Owner.Account) || a.Requested.Person == person)
            select new { Model = EF.Property<Guid>(a, EntityMapping.ModelId), Acceptance = a, t.Id, t.Title }).ToListAsync(cancel);
        return
        [
            .. rows.Where(row => row.Acceptance.Holds(rooms[row.Model].Place.Today) && row.Acceptance.Terms.Expires <= rooms[row.Model].Place.Today.AddDays(days))
                .Select(row => new ExpiringAcceptance(rooms[row.Model].Place, row.Id, row.Title, row.Acceptance.Terms.Expires)).OrderBy(row => row.Expires),
        ];
    }

    public async Task<ImmutableArray<WaitingReading>> ReadingsAsync()
    {
        Guid[] may = [.. rooms.Where(room => room.Value.Role.Gives(Right.Edit)).Select(room => room.Key)];
        var waiting = await db.Proposals.Where(p => p.State == ProposalState.Pending && may.Contains(p.ModelId)).OrderBy(p => p.CreatedAt).Take(100).ToListAsync(cancel);
        return [.. waiting.Select(p => new WaitingReading(rooms[p.ModelId].Place, p.SourceId, p.SourceName, p.CreatedBy, p.CreatedAt))];
    }

    /// <summary>Of models whose review the person or a team of theirs sees to; where nobody does, owners do.</summary>
    public async Task<ImmutableArray<DueReview>> ReviewsAsync(Func<Guid, Domain.Workflow.WorkspaceZone> zoneOf)
    {
        var plans = await db.ReviewPlans.Where(p => _all.Contains(EF.Property<Guid>(p, EntityMapping.ModelId)) && (p.Owner.Account == null || mine.Contains(p.Owner.Account)))
            .Select(p => new { Model = EF.Property<Guid>(p, EntityMapping.ModelId), Plan = p }).ToListAsync(cancel);
        Guid[] planned = [.. plans.Select(row => row.Model)];
        var turns = (await db.Iterations.Where(i => planned.Contains(EF.Property<Guid>(i, EntityMapping.ModelId)))
            .Select(i => new { Model = EF.Property<Guid>(i, EntityMapping.ModelId), Iteration = i }).ToListAsync(cancel)).ToLookup(row => row.Model, row => row.Iteration);
        return
        [
            .. from row in plans
               where row.Plan.Owner.Account is not null || rooms[row.Model].Role.Gives(Right.Administer)
               let next = ReviewDays.Next(ModelContent.Empty.With(row.Plan).With(turns[row.Model]), zoneOf(row.Model))
               where next <= rooms[row.Model].Place.Today
               orderby next
               select new DueReview(rooms[row.Model].Place, next.Value),
        ];
    }
}
