using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Workflow;

/// <summary>All that a step is decided on: the locked state, who takes it, when, and how the workspace works.</summary>
/// <param name="At">The database's time.</param>
public sealed record StepGround(ModelContent Content, Signatory By, DateTimeOffset At, WorkingRules Rules)
{
    /// <summary>Who changed the content since the last revision.</summary>
    public ValueSet<Guid> Authors { get; init; } = [];

    /// <summary>The number that the next revision will have.</summary>
    public int NextRevision { get; init; } = 1;

    public DateOnly Today => Rules.DayOf(At);

    public Signature Sign() => new(By.Person, By.Name, At);
}
