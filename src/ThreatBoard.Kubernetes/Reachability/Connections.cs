namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>A set of protocols and ports: an exact set of ports for each protocol.</summary>
public sealed record Connections(PortSet Tcp, PortSet Udp, PortSet Sctp)
{
    public static Connections None { get; } = new(PortSet.None, PortSet.None, PortSet.None);

    public static Connections All { get; } = new(PortSet.All, PortSet.All, PortSet.All);

    public bool IsEmpty => Tcp.IsEmpty && Udp.IsEmpty && Sctp.IsEmpty;

    public bool IsAll => Tcp.IsAll && Udp.IsAll && Sctp.IsAll;

    public PortSet this[Protocol protocol] => protocol switch { Protocol.Tcp => Tcp, Protocol.Udp => Udp, _ => Sctp };

    public static Connections Of(Protocol protocol, PortSet ports) => protocol switch
    {
        Protocol.Tcp => None with { Tcp = ports },
        Protocol.Udp => None with { Udp = ports },
        _ => None with { Sctp = ports },
    };

    public bool Contains(Protocol protocol, int port) => this[protocol].Contains(port);

    public Connections Union(Connections other) =>
        ReferenceEquals(this, All) || ReferenceEquals(other, None) || ReferenceEquals(this, other) ? this
        : ReferenceEquals(other, All) || ReferenceEquals(this, None) ? other
        : new(Tcp.Union(other.Tcp), Udp.Union(other.Udp), Sctp.Union(other.Sctp));

    public Connections Intersect(Connections other) =>
        ReferenceEquals(this, None) || ReferenceEquals(other, All) || ReferenceEquals(this, other) ? this
        : ReferenceEquals(other, None) || ReferenceEquals(this, All) ? other
        : new(Tcp.Intersect(other.Tcp), Udp.Intersect(other.Udp), Sctp.Intersect(other.Sctp));

    public Connections Except(Connections other) =>
        ReferenceEquals(this, None) || ReferenceEquals(other, None) ? this
        : ReferenceEquals(other, All) ? None
        : new(Tcp.Except(other.Tcp), Udp.Except(other.Udp), Sctp.Except(other.Sctp));

    /// <summary><c>TCP 80,443,UDP 53</c>, protocols in the order of their names, or <c>All Connections</c>.</summary>
    public override string ToString()
    {
        if (IsAll) return "All Connections";
        if (IsEmpty) return "No Connections";
        return string.Join(',', new[] { ("SCTP", Sctp), ("TCP", Tcp), ("UDP", Udp) }.Where(p => !p.Item2.IsEmpty).Select(p => $"{p.Item1} {p.Item2}"));
    }
}
