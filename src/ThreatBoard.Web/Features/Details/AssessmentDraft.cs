using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Web.Features.Details;

/// <summary>An assessment that somebody is writing, and the one that they saw when they began.</summary>
public sealed record AssessmentDraft(Rating Rating, string Why, Assessment? Base);

/// <summary>A treatment that somebody is writing, and the one that they saw when they began.</summary>
public sealed record TreatmentDraft(TreatmentKind Kind, string Reason, Treatment Base);
