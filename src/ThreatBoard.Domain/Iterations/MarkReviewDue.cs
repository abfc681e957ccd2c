using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Domain.Iterations;

/// <summary>Writes down that a model is due for review; run twice, it does nothing the second time.</summary>
public sealed record MarkReviewDue : Step
{
    public override Duties Needs => Duties.Calendar;

    public override string Summary => "review due";

    public override ImmutableArray<EntityRef> LooksAt => [];

    protected override StepResult DecideOn(StepGround ground) =>
        ReviewDays.IsDue(ground.Content, ground.Today, ground.Rules.Zone)
            ? StepResult.Done([.. ground.Content.All<ReviewPlan>().Where(plan => plan.DueSince is null).Select(plan => Change.Of(plan, plan with { DueSince = ground.Today }))])
            : StepResult.Done();
}
