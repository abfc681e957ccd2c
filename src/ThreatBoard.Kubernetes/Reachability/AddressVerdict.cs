namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>What holds for every address of a range.</summary>
public sealed record AddressVerdict(AddressRange Range, Verdict Verdict);
