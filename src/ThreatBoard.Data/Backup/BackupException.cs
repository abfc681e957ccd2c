namespace ThreatBoard.Data.Backup;

/// <summary>A backup cannot be made or restored; the message says why and what to do. Nothing was changed.</summary>
public sealed class BackupException : Exception
{
    public BackupException()
    {
    }

    public BackupException(string message) : base(message)
    {
    }

    public BackupException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
