namespace ThreatBoard.Data;

/// <summary>Made once by whoever starts an operation, so that sending it twice writes it once.</summary>
public readonly record struct OperationId(Guid Value)
{
    public static OperationId New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));
}
