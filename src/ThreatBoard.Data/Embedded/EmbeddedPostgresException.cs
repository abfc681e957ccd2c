namespace ThreatBoard.Data.Embedded;

/// <summary>The embedded PostgreSQL cannot start or stop; the message says why and names the command that mends it.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    public EmbeddedPostgresException()
    {
    }

    public EmbeddedPostgresException(string message) : base(message)
    {
    }

    public EmbeddedPostgresException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
