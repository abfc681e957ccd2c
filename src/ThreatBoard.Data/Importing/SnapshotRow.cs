namespace ThreatBoard.Data.Importing;

/// <summary>What one reading of a source gave, as stored: opaque bytes, addressed by their SHA-256.</summary>
public sealed record SnapshotRow
{
    public required Guid ModelId { get; init; }

    /// <summary>64 hexadecimal digits, lower case.</summary>
    public required string Sha256 { get; init; }

    public required byte[] Bytes { get; init; }

    public required DateTimeOffset StoredAt { get; init; }
}
