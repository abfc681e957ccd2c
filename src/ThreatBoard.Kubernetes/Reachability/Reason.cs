using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.NetworkPolicies;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>How something bears on a verdict.</summary>
public enum ReasonKind { NothingSelects, Admitted, Denied, NotAdmitted, Passed, NothingDecides, CannotTell, Itself }

/// <summary>One step of the way to a verdict: which policy and rule admitted or denied which traffic in which direction, or that none selects the pod.</summary>
/// <param name="Policy">Key of the policy; empty where none decides.</param>
/// <param name="Evidence">The rule, or the selector of a policy that admits nothing of it; none where no policy decides.</param>
/// <param name="Traffic">What it says this of.</param>
public sealed record Reason(Direction Direction, ReasonKind Kind, string Policy, Evidence? Evidence, Connections Traffic, string Text);
