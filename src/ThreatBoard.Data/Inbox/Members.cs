using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Inbox;

/// <summary>Who belongs to a model's workspace and can sign in, and who belongs to its teams.</summary>
internal sealed class Members
{
    private readonly HashSet<Guid> _people;
    private readonly ILookup<Guid, Guid> _teams;

    private Members(HashSet<Guid> people, ILookup<Guid, Guid> teams) => (_people, _teams) = (people, teams);

    public static async Task<Members> OfAsync(ThreatBoardDb db, Guid model, CancellationToken cancel)
    {
        var workspace = await db.Models.Where(m => m.Id == model).Select(m => m.WorkspaceId).SingleAsync(cancel);
        var people = await (
            from member in db.Memberships
            join person in db.People.Able() on member.PersonId equals person.Id
            where member.WorkspaceId == workspace
            select person.Id).ToListAsync(cancel);
        var teams = await db.TeamMembers.Where(m => m.WorkspaceId == workspace).Select(m => new { m.TeamId, m.PersonId }).ToListAsync(cancel);
        return new([.. people], teams.ToLookup(m => m.TeamId, m => m.PersonId));
    }

    /// <summary>The people meant by accounts, each once, without whoever did it; whoever is no member is nobody.</summary>
    public IEnumerable<Guid> Meant(IEnumerable<(bool IsTeam, Guid Account)> accounts, Guid? butNot) =>
        accounts.SelectMany(account => account.IsTeam ? _teams[account.Account] : [account.Account]).Where(person => person != butNot && _people.Contains(person)).Distinct();

    public IEnumerable<Guid> Meant(Owner owner, Guid? butNot) =>
        owner is { Account: { } account, Kind: OwnerKind.Person or OwnerKind.Team } ? Meant([(owner.Kind is OwnerKind.Team, account)], butNot) : [];
}
