using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Domain.Board;

/// <summary>The board on days that have passed, folded from the journal; it shows what a replay up to that day shows.</summary>
public static class Hindsight
{
    /// <summary>The model at the end of a day.</summary>
    /// <param name="journal">From the first entry on, in order.</param>
    public static ModelContent At(IEnumerable<Moment> journal, DateOnly day, WorkspaceZone zone) =>
        journal.TakeWhile(moment => zone.DayOf(moment.At) <= day).Aggregate(ModelContent.Empty, (content, moment) => content.Apply(moment.Changes));

    public static BoardDay On(IEnumerable<Moment> journal, DateOnly day, WorkingRules rules) => new(At(journal, day, rules.Zone), day, rules);

    /// <summary>The open risk of each day, the burndown of an iteration among them: give the days from its opening on.</summary>
    /// <param name="journal">From the first entry on, in order.</param>
    public static ImmutableArray<RiskDay> RiskOverTime(IReadOnlyList<Moment> journal, DateOnly from, DateOnly to, WorkingRules rules)
    {
        var days = ImmutableArray.CreateBuilder<RiskDay>();
        var (content, next) = (ModelContent.Empty, 0);
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            var moved = ImmutableArray.CreateBuilder<(Moment, int)>();
            for (; next < journal.Count && rules.DayOf(journal[next].At) <= day; next++)
            {
                var moment = journal[next];
                var before = MovesRisk(moment) && rules.DayOf(moment.At) == day ? Score(content, day) : (int?)null;
                content = content.Apply(moment.Changes);
                if (before is { } was && Score(content, day) - was is var difference and not 0) moved.Add((moment, difference));
            }

            days.Add(new(day, Score(content, day), ThreatState.OfAll(content, day).Values.Count(state => state.Status.IsOpen()), moved.ToImmutable()));
        }

        return days.ToImmutable();
    }

    private static bool MovesRisk(Moment moment) =>
        moment.Changes.Any(change => change is Change<Threat> or Change<Mitigation> or Change<MitigationLink> or Change<Acceptance>);

    private static int Score(ModelContent content, DateOnly day) => ThreatState.OfAll(content, day).Values.Where(state => state.Status.IsOpen()).Sum(state => state.ResidualScore);
}
