namespace ThreatBoard.Data.Embedded;

/// <summary>Where the embedded PostgreSQL keeps its data, which binaries it uses, and as whom it runs.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>The folder that holds the cluster, its password and its log; made when it is missing. One process at a time may use it.</summary>
    public required string DataFolder { get; init; }

    /// <summary>A folder with <c>bin/postgres</c> in it, or that bin folder itself; null: the npm package, else the machine's newest.</summary>
    public string? Binaries { get; init; }

    /// <summary><c>user:group</c> that the server runs as when this process is root; PostgreSQL refuses to be root itself.</summary>
    public string RunAs { get; init; } = "nobody:nogroup";

    /// <summary>The database that is made when it is missing.</summary>
    public string Database { get; init; } = "threatboard";

    /// <summary>False gives up crash safety for speed: only for data that a test throws away.</summary>
    public bool Durable { get; init; } = true;

    public int MaxConnections { get; init; } = 100;
}
