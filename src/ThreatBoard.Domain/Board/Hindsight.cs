using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Domain.Board;

/// <summary>The board on days that have passed, folded from the journal; it shows what a replay up to that day shows.</summary>
public static class Hindsight
{
    /// <summary>The model at the end of a day.</summary>
    /// <param name="journal">From the first entry on, in order.</param>
    public static ModelContent At(IEnumerable<Moment> journal, DateOnly day, WorkspaceZone zone) =>
        journal.TakeWhile(moment => zone.DayOf(moment.At) <= day).Aggregate(ModelContent.Empty, (content, moment) => content.Apply(moment.Changes));

    public static BoardDay On(IEnumerable<Moment> journal, DateOnly day, WorkingRules rules) => new(At(journal, day, rules.Zone), new(day, rules));

    /// <summary>The open risk of each day, the burndown of an iteration among them: give the days from its opening on.</summary>
    /// <param name="journal">From the first entry on, in order.</param>
    public static ImmutableArray<RiskDay> RiskOverTime(IEnumerable<Moment> journal, DateOnly from, DateOnly to, WorkingRules rules)
    {
        var ledger = new RiskLedger(rules.Zone);
        foreach (var moment in journal.TakeWhile(moment => rules.DayOf(moment.At) <= to)) ledger.Add(moment);
        return ledger.Days(from, to);
    }
}
