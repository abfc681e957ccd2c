namespace ThreatBoard.Data.Presence;

/// <summary>Where one circuit is; unlogged, since nobody is present after the server has crashed.</summary>
internal sealed record PresenceRow
{
    public required Guid CircuitId { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid ModelId { get; init; }

    public required string Address { get; init; }

    public required string Page { get; init; }

    /// <summary>Ids with commas between them.</summary>
    public required string Selection { get; init; }

    public required string Editing { get; init; }

    public required string View { get; init; }

    public Guid? Following { get; init; }

    public required DateTimeOffset MovedAt { get; init; }

    /// <summary>The last heartbeat.</summary>
    public required DateTimeOffset SeenAt { get; init; }
}
