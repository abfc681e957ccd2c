using System.Collections.Immutable;

namespace ThreatBoard.Domain.Board;

/// <summary>What a board needs the whole graph of a model for: which components are most exposed, and what was looked at of them.</summary>
/// <param name="Exposed">How many components have open threats.</param>
/// <param name="Most">The most exposed of them, at most <see cref="Shown"/>.</param>
public sealed record GraphBoard(int Exposed, ImmutableArray<ComponentExposure> Most, CoverageBoard Coverage)
{
    public const int Shown = 10;

    public static GraphBoard Of(BoardDay day)
    {
        var exposed = ComponentExposure.Of(day);
        return new(exposed.Length, [.. exposed.Take(Shown)], CoverageBoard.Of(day));
    }
}
