namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>The other end of traffic: a class of pods, or addresses outside that no rule tells apart.</summary>
/// <param name="Class">Null for addresses.</param>
internal readonly record struct Peer(int? Class, AddressRange Range)
{
    public static Peer Of(int @class) => new(@class, default);

    public static Peer Of(AddressRange range) => new(null, range);
}
