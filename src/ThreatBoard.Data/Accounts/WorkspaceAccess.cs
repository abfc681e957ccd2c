using Microsoft.EntityFrameworkCore;

namespace ThreatBoard.Data.Accounts;

/// <summary>That a person may list or make models in one workspace, or look after it; made by <see cref="Access"/>.</summary>
public sealed class WorkspaceAccess
{
    private readonly Caller _caller;

    private WorkspaceAccess(Workspace workspace, Person person, Role role, Caller caller) =>
        (Workspace, Person, Role, _caller) = (workspace, person, role, caller);

    public Guid WorkspaceId => Workspace.Id;

    /// <summary>As it was when the access was given.</summary>
    public Workspace Workspace { get; }

    public Person Person { get; }

    /// <summary>From which the security audit takes where the request came from.</summary>
    internal Guid? Session => _caller.Session;

    public Role Role { get; }

    public bool May(Right right) => Role.Gives(right) && _caller.Allows(right);

    /// <exception cref="UnauthorizedAccessException">The person's role does not give the right.</exception>
    public void Require(Right right)
    {
        if (!May(right)) throw new UnauthorizedAccessException($"This needs the right to {right.ToString().ToLowerInvariant()} in the workspace.");
    }

    /// <summary>The workspaces that are open to the caller with the right, by name.</summary>
    internal static async Task<IReadOnlyList<WorkspaceAccess>> AllAsync(ThreatBoardDb db, Caller caller, Right right, DateTimeOffset now, CancellationToken cancel)
    {
        var found = await (
            from member in db.MembershipsOf(caller, now)
            join room in db.Workspaces on member.WorkspaceId equals room.Id
            join who in db.People on member.PersonId equals who.Id
            orderby room.Name, room.Id
            select new { Workspace = room, Person = who, member.Role }).ToListAsync(cancel);
        return [.. found.Where(m => m.Role.Gives(right) && caller.Allows(right)).Select(m => new WorkspaceAccess(m.Workspace, m.Person, m.Role, caller))];
    }
}
