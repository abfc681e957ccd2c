using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Kubernetes.PodSecurity;

/// <summary>A check that a pod does not pass, and the places that make it fail.</summary>
public sealed record PodSecurityViolation(PodSecurityCheck Check, ValueList<Evidence> Evidence);
