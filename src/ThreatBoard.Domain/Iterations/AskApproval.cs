using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Domain.Iterations;

/// <summary>Asks reviewers whether the content as it is now may be published.</summary>
public sealed record AskApproval(Id<Approval> Id) : Step
{
    public override Duties Needs => Duties.Work;

    public override string Summary => "asking for an approval";

    public override ImmutableArray<EntityRef> LooksAt => [];

    protected override StepResult DecideOn(StepGround ground)
    {
        var digest = ApprovalGuard.DigestOf(ground.Content);
        var same = ground.Content.All<Approval>().FirstOrDefault(approval => approval.Digest == digest && approval.State is not ApprovalState.Refused);
        return same is { } known
            ? StepResult.Refused(EntityRef.To(known), known.State is ApprovalState.Given ? "This content is approved already." : $"{known.Asked.Name} has asked for it already.")
            : StepResult.Done(Change.Add(new Approval { Id = Id, Iteration = Iteration.Current(ground.Content)?.Id, Asked = ground.Sign(), Digest = digest }));
    }
}
