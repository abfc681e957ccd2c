using System.Collections.Immutable;
using ThreatBoard.Data;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Features.Details;

namespace ThreatBoard.Web.Tests.Details;

/// <summary>A content behind the same merge and the same checks as the door has, without a database.</summary>
internal sealed class DetailDoor
{
    public DetailDoor(ModelContent content)
    {
        Content = content;
        Edits = new(ApplyAsync, () => { });
    }

    public ModelContent Content { get; set; }

    public DetailEdits Edits { get; }

    public DetailScope ScopeOf<T>(T entity)
        where T : class, IEntity<T> => new(EntityRef.To(entity), new ModelGraph(Content), Edits, Guid.Empty, "Ada");

    private Task<Outcome> ApplyAsync(ImmutableArray<Change> changes) => Task.FromResult(Decided(changes));

    private Outcome Decided(ImmutableArray<Change> changes)
    {
        var merged = Merge.Of(Content, changes);
        if (!merged.Conflicts.IsEmpty) return new Outcome.Refused(merged.Conflicts, []);
        var whole = Closure.Of(Content, merged.Changes);
        if (whole.Length > merged.Changes.Length) return new Outcome.Asks([.. whole.Skip(merged.Changes.Length)]);
        var after = Content.Apply(whole);
        if (Invariants.Check(after, whole) is { IsEmpty: false } violations) return new Outcome.Refused([], violations);
        Content = after;
        return new Outcome.Applied(1, whole);
    }
}
