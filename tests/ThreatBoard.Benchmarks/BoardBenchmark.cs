using System.Collections.Immutable;
using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Web.Features.Boards;

namespace ThreatBoard.Benchmarks;

/// <summary>What the board of a model of 5,000 components and 15,000 threats costs, and its past over 400 entries of the journal.</summary>
public static class BoardBenchmark
{
    private const int Runs = 7, Entries = 400;

    public static Task RunAsync()
    {
        var content = GeneratedModel.Of(5_000, 15_000);
        var day = new WorkingDay(WorkingRules.Usual.DayOf(TimeProvider.System.GetUtcNow()), WorkingRules.Usual);
        // Each run on a content of its own: what is shared by all who look at one is made anew.
        Figures.Print("board.first-paint", Figures.MedianOf(Runs, () => ModelBoard.Of(Fresh(content), day)), "ms");
        Figures.Print("board.exposure", Figures.MedianOf(Runs, () => ComponentExposure.Of(new BoardDay(Fresh(content), day))), "ms");
        Figures.Print("board.coverage", Figures.MedianOf(Runs, () => CoverageBoard.Of(new BoardDay(Fresh(content), day))), "ms");
        var journal = Journal(content);
        Figures.Print("board.past", Figures.MedianOf(Runs, () => Hindsight.RiskOverTime(journal, day.Today.AddDays(-Entries), day.Today, day.Rules)), "ms");
        return Task.CompletedTask;
    }

    private static ModelContent Fresh(ModelContent content) => content.Apply([]);

    /// <summary>The model as one entry, then a threat judged each day.</summary>
    private static ImmutableArray<Moment> Journal(ModelContent content)
    {
        var (now, threats) = (TimeProvider.System.GetUtcNow(), content.All<Threat>().Take(Entries).ToList());
        return
        [
            new(1, now.AddDays(-Entries), "Ada", "import", [.. Comparison.Between(ModelContent.Empty, content)]),
            .. threats.Select((threat, at) => new Moment(at + 2, now.AddDays(at - Entries), "Ada", "judged", [Change.Of(threat, threat with { Assessment = new(2, 3, "looked at") })])),
        ];
    }
}
