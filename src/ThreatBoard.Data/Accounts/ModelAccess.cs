using Microsoft.EntityFrameworkCore;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Accounts;

/// <summary>That a person may do something with one model; made by <see cref="Access"/> once an operation, and asked for by every query and by the door.</summary>
public sealed class ModelAccess
{
    private readonly Caller _caller;
    private readonly Role _role;

    private ModelAccess(Guid modelId, Guid workspaceId, Person person, Role role, Caller caller) =>
        (ModelId, WorkspaceId, Person, _role, _caller) = (modelId, workspaceId, person, role, caller);

    public Guid ModelId { get; }

    public Guid WorkspaceId { get; }

    public Person Person { get; }

    /// <summary>Whether a person asks, and not a program with a token of theirs.</summary>
    public bool IsByHand => _caller.Token is null;

    /// <summary>A job asks, which may do nothing but write down what follows from a day.</summary>
    internal bool IsCalendar => Person.Id == Guid.Empty;

    internal static ModelAccess OfCalendar(Guid model, Guid workspace) =>
        new(model, workspace, new() { Id = Guid.Empty, Name = Signature.OfTheCalendar }, Role.Viewer, Caller.OfProcess(Guid.Empty));

    public bool May(Right right) => _role.Gives(right) && _caller.Allows(right);

    /// <exception cref="UnauthorizedAccessException">The access was asked for with a lesser right.</exception>
    public void Require(Right right)
    {
        if (!May(right)) throw new UnauthorizedAccessException($"This needs the right to {right.ToString().ToLowerInvariant()} the model.");
    }

    internal static async Task<ModelAccess?> FindAsync(ThreatBoardDb db, Caller caller, Guid model, Right right, DateTimeOffset now, CancellationToken cancel)
    {
        var found = await (
            from m in db.Models
            join member in db.MembershipsOf(caller, now) on m.WorkspaceId equals member.WorkspaceId
            join who in db.People on member.PersonId equals who.Id
            where m.Id == model
            select new { m.WorkspaceId, Person = who, member.Role }).SingleOrDefaultAsync(cancel);
        return found is not null && found.Role.Gives(right) && caller.Allows(right) ? new(model, found.WorkspaceId, found.Person, found.Role, caller) : null;
    }
}
