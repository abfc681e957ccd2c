using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Kubernetes.Derivation;

/// <summary>What a URL's scheme, a port's name or its number says about a flow; nothing where they say nothing.</summary>
internal static class KnownProtocols
{
    public static string Of(string? scheme, string portName, int? port) => scheme?.ToUpperInvariant() switch
    {
        "TCP" or "JDBC" or null or "" => ByName(portName) ?? ByNumber(port),
        "POSTGRES" or "POSTGRESQL" => "PostgreSQL",
        "MYSQL" or "MARIADB" => "MySQL",
        "MONGODB" or "MONGODB+SRV" => "MongoDB",
        "REDIS" or "REDISS" => "Redis",
        "GRPC" or "GRPCS" => "gRPC",
        { Length: <= 12 } other => other,
        _ => "TCP",
    };

    /// <summary>Only evidence counts: a secure scheme or port 443 is TLS, http and ws are clear, everything else is not known.</summary>
    public static Encryption EncryptionOf(string? scheme, int? servicePort) => scheme?.ToLowerInvariant() switch
    {
        "https" or "wss" or "grpcs" or "rediss" or "amqps" or "ldaps" or "mqtts" or "mongodb+srv" or "tls" or "ssl" => Encryption.Tls,
        "http" or "ws" => Encryption.None,
        _ => servicePort == 443 ? Encryption.Tls : Encryption.Unknown,
    };

    private static string? ByName(string portName) => portName.Split('-')[0].ToLowerInvariant() switch
    {
        "http" or "web" => "HTTP",
        "https" => "HTTPS",
        "grpc" => "gRPC",
        "mysql" => "MySQL",
        "postgres" or "postgresql" => "PostgreSQL",
        "redis" => "Redis",
        "mongo" or "mongodb" => "MongoDB",
        _ => null,
    };

    private static string ByNumber(int? port) => port switch
    {
        53 => "DNS",
        80 or 8080 => "HTTP",
        443 or 8443 => "HTTPS",
        3306 => "MySQL",
        5432 => "PostgreSQL",
        5672 => "AMQP",
        6379 => "Redis",
        9092 => "Kafka",
        11211 => "Memcached",
        27017 => "MongoDB",
        _ => "TCP",
    };
}
