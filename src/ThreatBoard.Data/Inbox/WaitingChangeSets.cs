using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Importing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Inbox;

/// <summary>Tells those who may decide that a reading of a source waits.</summary>
internal static class WaitingChangeSets
{
    private const string Beginning = "changes:";

    /// <returns>Whose inbox has a new one.</returns>
    public static async Task<IReadOnlyList<Guid>> TellAsync(ThreatBoardDb db, CancellationToken cancel)
    {
        var waiting = await (
            from p in db.Proposals
            join m in db.Models on p.ModelId equals m.Id
            join member in db.Memberships on m.WorkspaceId equals member.WorkspaceId
            join person in db.People.Able() on member.PersonId equals person.Id
            where p.State == ProposalState.Pending && (member.Role == Role.Editor || member.Role == Role.Owner) && p.CreatedById != person.Id
            where !db.Notices.Any(n => n.PersonId == person.Id && n.ModelId == m.Id && n.Key == Beginning + p.Id)
            orderby p.CreatedAt
            select new { Proposal = p, Person = person.Id }).Take(1_000).ToListAsync(cancel);
        return await NoticeWriter.AddAsync(db, [.. waiting.Select(w => Make(w.Proposal, w.Person))], cancel);
    }

    private static Notice Make(ImportProposal proposal, Guid person) => new()
    {
        Id = Guid.CreateVersion7(proposal.CreatedAt), PersonId = person, ModelId = proposal.ModelId, Kind = NoticeKind.ChangeSet, Key = $"{Beginning}{proposal.Id}",
        Subject = new EntityRef(ShapeOf<Source>.Name, proposal.SourceId), Title = proposal.SourceName, By = proposal.CreatedBy, At = proposal.CreatedAt,
    };
}
