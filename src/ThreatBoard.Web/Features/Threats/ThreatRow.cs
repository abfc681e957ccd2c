using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Threats;

/// <summary>Where the rating of a threat comes from; a rule's suggestion is never taken for a person's judgement.</summary>
public enum RatedBy
{
    Nobody,
    Rule,
    Person,
}

/// <summary>One threat as the triage table shows, filters and sorts it.</summary>
/// <param name="SubjectTitle">What the subject is called, or was called where it is gone.</param>
/// <param name="Actor">The actor's name, or empty.</param>
/// <param name="Rule">The code of the rule that found it, or empty.</param>
/// <param name="Exposure">Fewest steps from an attacker's start to the subject; null where none leads there.</param>
/// <param name="Since">When it was written down, as its id tells.</param>
public sealed record ThreatRow(
    Threat Threat, ThreatState State, string SubjectTitle, string Actor, string Rule, int? Exposure, DateTimeOffset Since)
{
    public Id<Threat> Id => Threat.Id;

    public string Title => Threat.Title;

    /// <summary>The owner as the table calls them; empty for nobody.</summary>
    public string OwnerName { get; init; } = Threat.Owner.Name;

    public RatedBy RatedBy => Threat.Assessment is not null ? RatedBy.Person : Threat.Suggested is not null ? RatedBy.Rule : RatedBy.Nobody;

    /// <summary>The evidence that is shown in the row, or null.</summary>
    public Evidence? Evidence => Threat.Evidence.Count > 0 ? Threat.Evidence[0] : null;

    /// <summary>The day that the row is of, and the workspace's rules, by which bands and ages are told.</summary>
    public WorkingDay Day { get; init; } = WorkingDay.Usual;

    /// <summary>The last day of the acceptance that carries its risk; null where none does.</summary>
    public DateOnly? AcceptedUntil { get; init; }

    /// <summary>Its rule is new, or found it first with a newer version, and nobody has assessed it yet.</summary>
    public bool IsNewOfRule { get; init; }

    /// <summary>The boundaries that its subject lies in.</summary>
    public IReadOnlyList<Boundary> Around { get; init; } = [];

    public RiskBand InherentBand => Day.Bands.Of(State.Inherent?.Score ?? 0);

    public RiskBand ResidualBand => Day.Bands.Of(State.ResidualScore);

    public bool IsOverdue(DateOnly today) => State.Status.IsOpen() && Threat.Due < today;

    /// <summary>The rule cannot tell, and nobody has judged it: a question, not a finding.</summary>
    public bool IsQuestion => State.Status is ThreatStatus.Open && Threat.Verdict.Answer is Answer.CannotTell;

    /// <summary>Where it stands, in words.</summary>
    public string Standing => IsQuestion ? "Cannot tell" : State.Status.Word();

    /// <summary>Whole days since it was written down, as the workspace counts them.</summary>
    public int AgeInDays => Day.AgeOf(Since);
}
