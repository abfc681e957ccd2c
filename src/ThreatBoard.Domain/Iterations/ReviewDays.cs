using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Domain.Iterations;

/// <summary>When a model is to be looked at again.</summary>
public static class ReviewDays
{
    /// <summary>The day of the next review: an interval after the last iteration that was closed, or after the day from which the plan counts. Null without either.</summary>
    public static DateOnly? Next(ModelContent content, WorkspaceZone zone)
    {
        if (content.All<ReviewPlan>().SingleOrDefault() is not { } plan) return null;
        var closed = content.All<Iteration>().Where(iteration => !iteration.IsOpen).Select(iteration => (DateOnly?)zone.DayOf(iteration.Closings[^1].At)).Max();
        var since = closed > plan.From || plan.From is null ? closed : plan.From;
        return since?.AddMonths(plan.Months);
    }

    public static bool IsDue(ModelContent content, DateOnly today, WorkspaceZone zone) => Next(content, zone) <= today;

    /// <summary>After an iteration is closed, nothing is due.</summary>
    internal static ImmutableArray<Change> Reviewed(ModelContent content) =>
        [.. content.All<ReviewPlan>().Where(plan => plan.DueSince is not null).Select(plan => Change.Of(plan, plan with { DueSince = null }))];
}
