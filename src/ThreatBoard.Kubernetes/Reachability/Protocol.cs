namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>The protocols that network policies know; of others they say nothing.</summary>
public enum Protocol { Tcp, Udp, Sctp }

/// <summary>Reads the names of protocols as policies and ports write them.</summary>
internal static class Protocols
{
    public static Protocol? Parse(string? text) => text switch
    {
        "TCP" => Protocol.Tcp,
        "UDP" => Protocol.Udp,
        "SCTP" => Protocol.Sctp,
        _ => null,
    };
}
