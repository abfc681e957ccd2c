namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Which traffic surely gets through, and which perhaps; all other is denied.</summary>
/// <param name="Allowed">Surely gets through.</param>
/// <param name="Unknown">Cannot be told; nothing of it is in <paramref name="Allowed"/>.</param>
public sealed record Verdict(Connections Allowed, Connections Unknown)
{
    public static Verdict Everything { get; } = new(Connections.All, Connections.None);

    public static Verdict Nothing { get; } = new(Connections.None, Connections.None);

    /// <summary>Allowed when anything surely gets through, denied when nothing can.</summary>
    public Reachable State => !Allowed.IsEmpty ? Reachable.Allowed : Unknown.IsEmpty ? Reachable.Denied : Reachable.CannotTell;

    public Reachable Of(Protocol protocol, int port) =>
        Allowed.Contains(protocol, port) ? Reachable.Allowed : Unknown.Contains(protocol, port) ? Reachable.CannotTell : Reachable.Denied;

    /// <summary>What gets through for one end or the other.</summary>
    public Verdict Or(Verdict other)
    {
        var allowed = Allowed.Union(other.Allowed);
        return new(allowed, Unknown.Union(other.Unknown).Except(allowed));
    }

    /// <summary>Only this traffic of it.</summary>
    public Verdict Within(Connections traffic) => new(Allowed.Intersect(traffic), Unknown.Intersect(traffic));

    internal static Verdict Of(Outcome outcome) => new(outcome.CanAllow.Except(outcome.CanDeny), outcome.CanAllow.Intersect(outcome.CanDeny));

    /// <summary>Both directions must let it through.</summary>
    internal static Verdict Of(Outcome egress, Outcome ingress)
    {
        if (ReferenceEquals(egress, Outcome.Free)) return ReferenceEquals(ingress, Outcome.Free) ? Everything : Of(ingress);
        if (ReferenceEquals(ingress, Outcome.Free)) return Of(egress);
        return Of(new Outcome(egress.CanAllow.Intersect(ingress.CanAllow), egress.CanDeny.Union(ingress.CanDeny)));
    }
}
