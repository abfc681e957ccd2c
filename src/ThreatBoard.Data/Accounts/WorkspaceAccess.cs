using Microsoft.EntityFrameworkCore;

namespace ThreatBoard.Data.Accounts;

/// <summary>That a person may list or make models in one workspace; made by <see cref="Access"/>.</summary>
public sealed class WorkspaceAccess
{
    private readonly Role _role;

    private WorkspaceAccess(Guid workspaceId, Person person, Role role) => (WorkspaceId, Person, _role) = (workspaceId, person, role);

    public Guid WorkspaceId { get; }

    public Person Person { get; }

    public bool May(Right right) => _role.Gives(right);

    /// <exception cref="UnauthorizedAccessException">The person's role does not give the right.</exception>
    public void Require(Right right)
    {
        if (!May(right)) throw new UnauthorizedAccessException($"This needs the right to {right.ToString().ToLowerInvariant()} in the workspace.");
    }

    internal static async Task<WorkspaceAccess?> FindAsync(ThreatBoardDb db, Guid person, Right right, CancellationToken cancel)
    {
        var memberships = await (
            from member in db.Memberships
            join who in db.People on member.PersonId equals who.Id
            where who.Id == person
            orderby member.WorkspaceId
            select new { member.WorkspaceId, Person = who, member.Role }).ToListAsync(cancel);
        var found = memberships.FirstOrDefault(m => m.Role.Gives(right));
        return found is null ? null : new(found.WorkspaceId, found.Person, found.Role);
    }
}
