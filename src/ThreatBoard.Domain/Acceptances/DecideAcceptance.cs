using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Domain.Acceptances;

/// <summary>Approves or refuses an acceptance that another person asked for.</summary>
/// <param name="Word">Why; needed for a refusal.</param>
public sealed record DecideAcceptance(Id<Acceptance> Id, Id<Threat> Threat, bool Approves, string Word = "") : Step
{
    public override Duties Needs => Duties.Review;

    public override string Summary => Approves ? "approving an acceptance" : "refusing an acceptance";

    public override string Reason => Word;

    public override ImmutableArray<EntityRef> LooksAt => [EntityRef.To(Id), EntityRef.To(Threat)];

    protected override StepResult DecideOn(StepGround ground)
    {
        if (ground.Content.Find<Acceptance>(Id.Value) is not { } asked || asked.Threat != Threat) return AcceptanceGround.Gone(Id);
        if (Problem(ground, asked) is { } problem) return StepResult.Refused(EntityRef.To(asked), problem);
        var isAlone = asked.Requested.Person == ground.By.Person;
        var decided = asked with { Decision = new(Approves, ground.By.Person, ground.By.Name, ground.At, Word, isAlone) };
        return Approves
            ? StepResult.Done([.. Renewed(ground, asked), Change.Of(asked, decided)])
            : StepResult.Done([Change.Of(asked, decided), .. AcceptanceGround.Reopened(ground.Content, decided)]);
    }

    private string? Problem(StepGround ground, Acceptance asked) => asked switch
    {
        { Decision: { } decision } => $"{decision.Name} has {(decision.IsApproved ? "approved" : "refused")} it already.",
        { Ending: not null } => "It was withdrawn: there is nothing to decide any more.",
        _ when Approves && asked.IsOverdue(ground.Today) => "Its last day has passed: ask for it anew.",
        _ when asked.Requested.Person == ground.By.Person && !ground.By.IsAlone => "Whoever asks for an acceptance cannot decide it: somebody else has to.",
        _ when !Approves && string.IsNullOrWhiteSpace(Word) => "Say why it is refused.",
        _ when Word.Length > Limits.Text => $"The word has over {Limits.Text} characters: shorten it.",
        _ => null,
    };

    /// <summary>What it goes on from ends with it, so that one alone holds.</summary>
    private IEnumerable<Change> Renewed(StepGround ground, Acceptance asked) =>
        ground.Content.OpenFor(Threat).Where(other => other.Id != asked.Id)
            .Select(other => Change.Of(other, other with { Ending = new(AcceptanceEnd.Renewed, ground.By.Person, ground.By.Name, ground.At, "") }));
}
