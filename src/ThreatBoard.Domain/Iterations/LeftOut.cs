using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Iterations;

/// <summary>What was missing when an owner closed a phase all the same, read from the key that the closing keeps.</summary>
public sealed record LeftOut(BlockerKind Kind, EntityRef Subject, Stride? Category)
{
    /// <summary>Null for a key that this version does not know.</summary>
    public static LeftOut? Of(string key) =>
        key.Split(' ') is [var kind, var subject, var category, ..] && Enum.TryParse<BlockerKind>(kind, out var known) && EntityRef.TryParse(subject, out var about)
            ? new(known, about, Enum.TryParse<Stride>(category, out var asked) ? asked : null)
            : null;
}
