namespace ThreatBoard.Data.Importing;

/// <summary>Whether somebody has decided about an import.</summary>
public enum ProposalState
{
    Pending,
    Accepted,
    Discarded,
}

/// <summary>A reading of a source that waits to be accepted or discarded.</summary>
public sealed record ImportProposal
{
    public required Guid Id { get; init; }

    public required Guid ModelId { get; init; }

    /// <summary>The source it was read for; for the first reading, the id that the source will get.</summary>
    public required Guid SourceId { get; init; }

    public required string SourceName { get; init; }

    public required string Cluster { get; init; }

    public required string Environment { get; init; }

    /// <summary>SHA-256 of the stored snapshot, 64 hexadecimal digits.</summary>
    public required string Snapshot { get; init; }

    /// <summary>JSON: what was refused and what was declared the same; its form is the importer's.</summary>
    public string Decisions { get; init; } = "{}";

    public ProposalState State { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The name of who read it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>The person who read it by hand, and so knows of it; null where a program did, by a token.</summary>
    public Guid? CreatedById { get; init; }

    public string? DecidedBy { get; init; }

    /// <summary>The name that a program gave its request, so that sending it twice stores it once; null for imports by hand.</summary>
    public string? RequestKey { get; init; }

    /// <summary>SHA-256 of the request that had the key.</summary>
    public byte[]? RequestDigest { get; init; }
}
