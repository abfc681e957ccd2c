using System.Collections.Immutable;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>A verdict with its reasons: first those of the way out of the source, then those of the way into the destination.</summary>
public sealed record Explanation(Verdict Verdict, ImmutableArray<Reason> Reasons);
