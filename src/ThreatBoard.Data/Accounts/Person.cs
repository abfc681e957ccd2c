namespace ThreatBoard.Data.Accounts;

/// <summary>Somebody who works here; in local mode there is one.</summary>
public sealed record Person
{
    public required Guid Id { get; init; }

    /// <summary>As the journal shows it, at most 100 characters.</summary>
    public required string Name { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether they look after the installation: its people, its settings and its security audit.</summary>
    public bool IsAdministrator { get; init; }

    /// <summary>Since when nobody can sign in as this person.</summary>
    public DateTimeOffset? DisabledAt { get; init; }
}
