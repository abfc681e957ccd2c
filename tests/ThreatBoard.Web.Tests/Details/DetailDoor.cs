using System.Collections.Immutable;
using ThreatBoard.Data;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Testing;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Features.Details;

namespace ThreatBoard.Web.Tests.Details;

/// <summary>A content behind the same merge and the same checks as the door has, without a database.</summary>
internal sealed class DetailDoor
{
    private static readonly Guid s_ada = new("01990000-0000-7000-8000-0000000000ad");

    public DetailDoor(ModelContent content)
    {
        Content = content;
        Edits = new(ApplyAsync, TakeAsync, () => { });
    }

    /// <summary>Ada, who may do everything, on the test clock's day.</summary>
    public Standing Standing { get; set; } = new(WorkingRules.Usual, new(s_ada, "Ada", Duties.Work | Duties.Review | Duties.Lead, IsAlone: false), new TestClock());

    public DateOnly Today => Standing.Today;

    public ModelContent Content { get; set; }

    public DetailEdits Edits { get; }

    public DetailScope ScopeOf<T>(T entity)
        where T : class, IEntity<T> => new(EntityRef.To(entity), new ModelGraph(Content), Edits, Guid.Empty, Standing);

    private Task<Outcome> ApplyAsync(ImmutableArray<Change> changes) => Task.FromResult(Decided(changes));

    private Task<Outcome> TakeAsync(Step step)
    {
        var result = step.Decide(Standing.Ground(Content));
        if (result.IsRefused) return Task.FromResult<Outcome>(new Outcome.Refused([], result.Problems));
        var after = Content.Apply(result.Changes);
        Assert.Empty(Invariants.Check(after, result.Changes));
        Content = after;
        return Task.FromResult<Outcome>(new Outcome.Applied(1, result.Changes));
    }

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
