namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>What one direction says: which traffic may come out allowed, and which denied; both where it cannot be told.</summary>
internal sealed record Outcome(Connections CanAllow, Connections CanDeny)
{
    public static Outcome Free { get; } = new(Connections.All, Connections.None);
}
