using ThreatBoard.Data.Publishing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Revisions;
using ThreatBoard.Web.Comparing;

namespace ThreatBoard.Web.Features.Revisions;

/// <summary>What restoring a revision, or some of it, comes to as the model is now.</summary>
/// <param name="Only">What was chosen; null for everything.</param>
/// <param name="Then">The revision's content and layout.</param>
/// <param name="Changes">What the plan changes of the content, in words.</param>
/// <param name="Moves">How many places and drawings it changes.</param>
/// <param name="Others">What differs besides, and was not chosen.</param>
public sealed record RestoreState(
    string ModelName, RevisionSummary Revision, IReadOnlyCollection<EntityRef>? Only, ModelContent Then, RestorePlan Plan,
    IReadOnlyList<ComparedEntity> Changes, int Moves, IReadOnlyList<ComparedEntity> Others)
{
    public static RestoreState Of(string name, RevisionSummary revision, ModelContent now, ModelContent then, IReadOnlyCollection<EntityRef>? only)
    {
        var plan = RestorePlan.Of(now, then, only);
        var planned = plan.Changes.Select(change => change.Entity).ToHashSet();
        IEnumerable<Change> others = only is null ? [] : RestorePlan.Of(now, then, only: null).Changes.Where(change => !planned.Contains(change.Entity));
        return new(name, revision, only, then, plan, Content(plan.Changes, now, then), plan.Changes.Count(change => change.Shape.Part is ModelPart.Layout), Content(others, now, then));
    }

    private static List<ComparedEntity> Content(IEnumerable<Change> changes, ModelContent now, ModelContent then) =>
        [.. changes.Where(change => change.Shape.Part is ModelPart.Content).Select(change => new ComparedEntity(change, now, then))];
}
