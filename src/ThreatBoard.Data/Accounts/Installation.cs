namespace ThreatBoard.Data.Accounts;

/// <summary>For whom an installation is.</summary>
public enum InstallationKind
{
    /// <summary>For one person on one machine, who holds the link from the terminal.</summary>
    Local,

    /// <summary>For a team with accounts.</summary>
    Server,
}

/// <summary>What this database is: one row, made once, so that no missing variable turns a server into something that asks for no password.</summary>
public sealed record Installation
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    public required InstallationKind Kind { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Since when a server has its first owner; until then set-up links are given out, and never after.</summary>
    public DateTimeOffset? SettledAt { get; init; }
}
