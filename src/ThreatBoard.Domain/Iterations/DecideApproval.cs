using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Domain.Iterations;

/// <summary>Approves or refuses that a content is published; whoever wrote a part of it since the last revision cannot.</summary>
/// <param name="Word">Why; needed for a refusal.</param>
public sealed record DecideApproval(Id<Approval> Id, bool Approves, string Word = "") : Step
{
    public override Duties Needs => Duties.Review;

    public override string Summary => Approves ? "approving a revision" : "refusing a revision";

    public override string Reason => Word;

    public override ImmutableArray<EntityRef> LooksAt => [];

    protected override StepResult DecideOn(StepGround ground)
    {
        if (ground.Content.Find<Approval>(Id.Value) is not { } asked) return StepResult.Refused(EntityRef.To(Id), "This approval does not exist (any more).");
        if (Problem(ground, asked) is { } problem) return StepResult.Refused(EntityRef.To(asked), problem);
        var isAlone = ground.Authors.Contains(ground.By.Person);
        return StepResult.Done(Change.Of(asked, asked with { Decision = new(Approves, ground.By.Person, ground.By.Name, ground.At, Word, isAlone) }));
    }

    private string? Problem(StepGround ground, Approval asked) => asked switch
    {
        { Decision: { } decision } => $"{decision.Name} has {(decision.IsGiven ? "approved" : "refused")} it already.",
        _ when asked.Digest != ApprovalGuard.DigestOf(ground.Content) => "The model has changed since the approval was asked for: ask for it anew.",
        _ when ground.Authors.Contains(ground.By.Person) && !ground.By.IsAlone => "You wrote a part of this since the last revision: somebody else has to decide.",
        _ when !Approves && string.IsNullOrWhiteSpace(Word) => "Say why it is refused.",
        _ when Word.Length > Limits.Text => $"The word has over {Limits.Text} characters: shorten it.",
        _ => null,
    };
}
