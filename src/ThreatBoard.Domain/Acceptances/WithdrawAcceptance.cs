using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Domain.Acceptances;

/// <summary>Takes an acceptance back, asked for or approved; the threat is open again.</summary>
public sealed record WithdrawAcceptance(Id<Acceptance> Id, Id<Threat> Threat, string Word) : Step
{
    public override Duties Needs => Duties.Work;

    public override string Summary => "withdrawing an acceptance";

    public override string Reason => Word;

    public override ImmutableArray<EntityRef> LooksAt => [EntityRef.To(Id), EntityRef.To(Threat)];

    protected override StepResult DecideOn(StepGround ground) => ground.Content.Find<Acceptance>(Id.Value) switch
    {
        null => AcceptanceGround.Gone(Id),
        { IsOpen: false } closed => StepResult.Refused(EntityRef.To(closed), $"It holds no longer ({closed.State.ToString().ToLowerInvariant()})."),
        { } open when string.IsNullOrWhiteSpace(Word) => StepResult.Refused(EntityRef.To(open), "Say why it is withdrawn."),
        { } said when Word.Length > Limits.Text => StepResult.Refused(EntityRef.To(said), $"The word has over {Limits.Text} characters: shorten it."),
        { } open => StepResult.Done(ground.End(open, AcceptanceEnd.Withdrawn, Word)),
    };
}
