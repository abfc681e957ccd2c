using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Workflow;

/// <summary>A day in a workspace, and how its people agreed to work: what lists and boards need to tell ages, bands and what has expired.</summary>
public sealed record WorkingDay(DateOnly Today, WorkingRules Rules)
{
    /// <summary>Long ago, under the usual rules: for what looks at no day.</summary>
    public static WorkingDay Usual { get; } = new(DateOnly.MinValue, WorkingRules.Usual);

    public BandScale Bands => Rules.Bands;

    /// <summary>Whole days between the day of a moment and this one, as the workspace counts them; never negative.</summary>
    public int AgeOf(DateTimeOffset since) => Math.Max(0, Today.DayNumber - Rules.DayOf(since).DayNumber);
}
