namespace ThreatBoard.Data.Accounts;

/// <summary>A database was started as what it is not; the message names the command to use. Nothing was changed.</summary>
public sealed class WrongInstallationException : Exception
{
    public WrongInstallationException()
    {
    }

    public WrongInstallationException(string message) : base(message)
    {
    }

    public WrongInstallationException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>The exception for a database of one kind that was started as the other.</summary>
    public static WrongInstallationException For(InstallationKind found) => new(found is InstallationKind.Server
        ? "This database belongs to a server installation, and was started in local mode, which asks for no password. " +
          "Start it with: scripts/run --server (or set ThreatBoard__Mode=Server)."
        : "This database belongs to a local installation, for one person on one machine, and was started as a server. " +
          "Turn it into a server first, which keeps its data, with: scripts/to-server (or the program's verb to-server); or start it with: scripts/run --local.");

    /// <summary>The exception for a database whose schema is older than this version, where the program was told not to migrate.</summary>
    public static WrongInstallationException Behind() => new(
        "The database does not have the schema of this version, and ThreatBoard__Migrates=false leaves that to others. " +
        "Run the program's verb migrate with the owner's connection string first; then start this again.");
}
