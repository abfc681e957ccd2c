using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Web.Features.Details;

/// <summary>An assessment that somebody is writing, and the one that they saw when they began.</summary>
/// <param name="Source">Whether they took the rule's rating over.</param>
public sealed record AssessmentDraft(Rating Rating, string Why, Assessment? Base, AssessmentSource Source = AssessmentSource.Judgement);

/// <summary>A treatment that somebody is writing, and the one that they saw when they began.</summary>
public sealed record TreatmentDraft(TreatmentKind Kind, string Reason, Treatment Base, string To = "");

/// <summary>A priority that somebody wants against the derived one, and what they saw when they began.</summary>
public sealed record PriorityDraft(Priority Priority, string Reason, PriorityChoice? Base);
