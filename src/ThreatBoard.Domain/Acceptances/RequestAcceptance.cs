using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Domain.Acceptances;

/// <summary>Asks that the risk of a threat be carried until a day, for the first time or once more.</summary>
/// <param name="Id">Of the acceptance that it makes.</param>
public sealed record RequestAcceptance(Id<Acceptance> Id, Id<Threat> Threat, AcceptanceTerms Terms) : Step
{
    /// <summary>The furthest day, in years from today: nothing is accepted for ever.</summary>
    public const int MostYears = 2;

    public override Duties Needs => Duties.Work;

    public override string Summary => "asking for an acceptance";

    public override string Reason => Terms.Reason;

    public override ImmutableArray<EntityRef> LooksAt => [EntityRef.To(Threat)];

    protected override StepResult DecideOn(StepGround ground)
    {
        if (ground.Content.Find<Threat>(Threat.Value) is not { } threat) return StepResult.Refused(EntityRef.To(Threat), "The threat does not exist (any more).");
        var open = ground.Content.OpenFor(Threat).ToList();
        if (Problem(ground, threat, open) is { } problem) return StepResult.Refused(EntityRef.To(threat), problem);
        // What is overdue ends here, although no job has come by yet.
        var ended = open.Where(acceptance => acceptance.IsOverdue(ground.Today)).SelectMany(acceptance => ground.End(acceptance, AcceptanceEnd.Expired, "")).OfType<Change<Acceptance>>();
        var last = ground.Content.All<Acceptance>().Where(acceptance => acceptance.Threat == Threat && acceptance.Decision is { IsApproved: true }).MaxBy(acceptance => acceptance.Id);
        var asked = new Acceptance { Id = Id, Threat = Threat, Terms = Terms, Requested = ground.Sign(), Renews = last?.Id };
        return StepResult.Done([.. ended, Change.Add(asked), .. Treated(threat)]);
    }

    private string? Problem(StepGround ground, Threat threat, List<Acceptance> open) =>
        threat is { Subject.IsGone: true } or { Verdict.Answer: Answer.NotFound } ? "A change of the model resolved this threat: there is no risk to accept."
        : threat.Assessment is null ? "Assess the threat first: nobody can accept a risk that is not known."
        : string.IsNullOrWhiteSpace(Terms.Reason) ? "Say why the risk can be carried."
        : Terms.Expires <= ground.Today ? "The last day of an acceptance lies after today."
        : Terms.Expires > ground.Today.AddYears(MostYears) ? $"An acceptance holds for {MostYears} years at most: choose an earlier day, and renew it then."
        : open.Any(acceptance => acceptance.State is AcceptanceState.Requested && !acceptance.IsOverdue(ground.Today)) ? "An acceptance of this threat is asked for already: decide or withdraw that one first."
        : null;

    private ImmutableArray<Change> Treated(Threat threat) =>
        threat.Treatment.Kind is TreatmentKind.Accept ? [] : [Change.Of(threat, threat with { Treatment = new(TreatmentKind.Accept, Terms.Reason) })];
}
