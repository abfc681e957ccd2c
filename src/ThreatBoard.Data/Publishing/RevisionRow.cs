namespace ThreatBoard.Data.Publishing;

/// <summary>A published revision as stored; the parts are brotli-compressed canonical JSON, and what is hashed is these bytes.</summary>
public sealed record RevisionRow
{
    public required Guid ModelId { get; init; }

    public required int Number { get; init; }

    /// <summary>The journal number whose state it holds.</summary>
    public required long Sequence { get; init; }

    public required string Author { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Message { get; init; }

    public required byte[] Content { get; init; }

    public required byte[] Layout { get; init; }

    public required byte[] Record { get; init; }

    public required byte[] ContentDigest { get; init; }

    public required byte[] LayoutDigest { get; init; }

    public required byte[] RecordDigest { get; init; }

    /// <summary>SHA-256 of the content's canonical JSON, the same for the same content.</summary>
    public required byte[] ContentHash { get; init; }

    public required byte[] PreviousHash { get; init; }

    public required byte[] Hash { get; init; }

    public required int Shape { get; init; }
}
