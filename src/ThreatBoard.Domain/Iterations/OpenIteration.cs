using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Domain.Iterations;

/// <summary>Begins the next turn of identify, assess and mitigate.</summary>
public sealed record OpenIteration(Id<Iteration> Id, IterationReason Why) : Step
{
    public override Duties Needs => Duties.Work;

    public override string Summary => "opening an iteration";

    public override string Reason => Why.Word;

    public override ImmutableArray<EntityRef> LooksAt => [];

    protected override StepResult DecideOn(StepGround ground)
    {
        var all = ground.Content.All<Iteration>().ToList();
        if (Iteration.Current(ground.Content) is { } open) return StepResult.Refused(EntityRef.To(open), $"Iteration {open.Number} is open: close it before the next one begins.");
        if (all.Count > 0 && Why.Cause is IterationCause.FirstLook) return StepResult.Refused(EntityRef.WholeModel, "The model has been looked at before: say what this iteration is for.");
        if (IterationReason.Problem(Why) is { } problem) return StepResult.Refused(EntityRef.WholeModel, problem);
        var number = all.Count == 0 ? 1 : all.Max(iteration => iteration.Number) + 1;
        return StepResult.Done(Change.Add(new Iteration { Id = Id, Number = number, Reason = Why, Opened = ground.Sign(), Participants = [ground.By.Name] }));
    }
}
