using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Domain.Iterations;

/// <summary>Closes the phase that an iteration is in; the last one closes the iteration and publishes a revision.</summary>
/// <param name="Phase">As its author sees it: somebody else may have closed it meanwhile.</param>
/// <param name="Override">Why it is closed although something is missing, which an owner may; empty to be told what.</param>
public sealed record ClosePhase(Id<Iteration> Id, IterationPhase Phase, string Override = "") : Step
{
    public override Duties Needs => Duties.Work;

    public override string Summary => Phase is IterationPhase.Mitigate ? "closing an iteration" : $"closing the phase {Phase.ToString().ToLowerInvariant()}";

    public override string Reason => Override;

    public override ImmutableArray<EntityRef> LooksAt => [];

    public override string? Publishes(StepGround ground) =>
        Phase is IterationPhase.Mitigate && ground.Content.Find<Iteration>(Id.Value) is { } iteration ? $"Iteration {iteration.Number}" : null;

    protected override StepResult DecideOn(StepGround ground)
    {
        if (ground.Content.Find<Iteration>(Id.Value) is not { } iteration) return StepResult.Refused(EntityRef.To(Id), "The iteration does not exist (any more).");
        if (iteration.Phase != Phase) return StepResult.Refused(EntityRef.To(iteration), $"Iteration {iteration.Number} is not in this phase (any more): look at it again.");
        var missing = PhaseGuard.Missing(ground.Content, iteration, ground.Today);
        var approval = Phase is IterationPhase.Mitigate ? ApprovalGuard.Of(ground) : [];
        // Nobody overrides what somebody else has to say.
        if (approval.Length > 0) return StepResult.Refused(Named([.. missing, .. approval]));
        if (missing.Length > 0 && Refusal(ground, missing) is { } refusal) return refusal;
        var closed = iteration with
        {
            Phase = Phase + 1,
            Closings = [.. iteration.Closings, Closing(ground, missing)],
            Revision = Phase is IterationPhase.Mitigate ? ground.NextRevision : null,
        };
        return StepResult.Done([Change.Of(iteration, closed), .. closed.IsOpen ? [] : ReviewDays.Reviewed(ground.Content)]);
    }

    /// <summary>Null where an owner overrides the guard.</summary>
    private StepResult? Refusal(StepGround ground, ImmutableArray<Blocker> missing) =>
        string.IsNullOrWhiteSpace(Override) ? StepResult.Refused(Named(missing))
        : !ground.By.May(Duties.Lead) ? StepResult.Refused(EntityRef.To(Id), "Only an owner of the workspace may close a phase that misses something.")
        : Override.Length > Limits.Text ? StepResult.Refused(EntityRef.To(Id), $"The reason has over {Limits.Text} characters: shorten it.")
        : null;

    private static IEnumerable<Violation> Named(ImmutableArray<Blocker> missing) =>
        missing.Select(blocker => new Violation(blocker.Subject, blocker.Category?.ToString(), blocker.Words));

    private PhaseClosing Closing(StepGround ground, ImmutableArray<Blocker> missing) => new(
        Phase, ground.By.Person, ground.By.Name, ground.At, missing.IsEmpty ? "" : Override.Trim(), [.. missing.Select(blocker => blocker.Key)]);
}
