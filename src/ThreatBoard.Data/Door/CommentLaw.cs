using System.Collections.Immutable;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Door;

/// <summary>Writes down who comments and when, and keeps what somebody said from being changed by others.</summary>
internal sealed class CommentLaw(ModelAccess access, DateTimeOffset at)
{
    private Guid Me => access.Person.Id;

    /// <param name="merged">An edit after merging; what earlier states bring back is not signed anew.</param>
    public (ImmutableArray<Change> Signed, ImmutableArray<Violation> Violations) Apply(ImmutableArray<Change> merged)
    {
        if (!merged.OfType<Change<Comment>>().Any()) return (merged, []);
        var gone = merged.Where(change => change.Kind is ChangeKind.Removed).Select(change => change.Entity).ToHashSet();
        ImmutableArray<Violation> violations = [.. merged.OfType<Change<Comment>>().Select(change => Problem(change, gone)).OfType<Violation>()];
        return ([.. merged.Select(change => change is Change<Comment> comment ? Signed(comment) : change)], violations);
    }

    private Change<Comment> Signed(Change<Comment> change) => change switch
    {
        { Before: null, After: { } said } => Change.Add(said with { Author = access.Person.Name, AuthorId = Me, At = at }),
        { Before: { } before, After: { } after } => Change.Of(before, after with { EditedAt = at }),
        _ => change,
    };

    private Violation? Problem(Change<Comment> change, HashSet<EntityRef> gone) => change switch
    {
        { Before: null, After: { Revision: not null } said } when said.On != EntityRef.WholeModel =>
            Wrong(change, "A comment on a revision names no element: leave one of them out."),
        { Before: { } before, After: { } } when before.AuthorId != Me => Wrong(change, $"Only {before.Author} may change this comment: write one of your own."),
        { Before: { } before, After: { } after } when !after.IsAbout(before.On, before.Revision) => Wrong(change, "A comment stays where it was written: write it there anew."),
        { Before: { } before, After: null } when before.AuthorId != Me && !access.May(Right.Administer) && !gone.Contains(before.On) =>
            Wrong(change, $"Only {before.Author} or an owner of the workspace may remove this comment."),
        _ => null,
    };

    private static Violation Wrong(Change change, string message) => new(change.Entity, Field: null, message);
}
