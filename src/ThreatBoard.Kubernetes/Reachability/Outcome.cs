namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>What one direction says: which traffic may come out allowed, and which denied; both where it cannot be told.</summary>
internal sealed record Outcome(Connections CanAllow, Connections CanDeny)
{
    /// <summary>Nothing gets through.</summary>
    public static Outcome Shut { get; } = new(Connections.None, Connections.All);

    public static Outcome Free { get; } = new(Connections.All, Connections.None);

    /// <summary>The plainest answers are one object each, so that pairs of answers do not grow with pairs of gates.</summary>
    public Outcome Shared => Equals(Shut) ? Shut : Equals(Free) ? Free : this;
}
