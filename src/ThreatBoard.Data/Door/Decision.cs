using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Data.Door;

/// <summary>What an intent comes to on the locked state: changes, or why not.</summary>
internal sealed record Decision(ImmutableArray<Change> Changes, Outcome? Otherwise)
{
    /// <summary>The message of the revision that it publishes; null where it publishes none.</summary>
    public string? Publishes { get; init; }

    public static Decision Nothing { get; } = new([], null);

    public static Decision Of(ImmutableArray<Change> changes) => new(changes, null);

    public static Decision Not(Outcome outcome) => new([], outcome);
}
