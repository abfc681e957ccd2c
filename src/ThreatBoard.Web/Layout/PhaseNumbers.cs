using System.Collections.Immutable;
using ThreatBoard.Domain.Iterations;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Layout;

/// <summary>A phase of the open iteration in numbers: of all that it asks, how much is answered.</summary>
public sealed record PhaseNumbers(IterationPhase Phase, int Done, int Asked, bool IsNow, bool IsClosed, string Words)
{
    public string Look => IsNow ? "now" : IsClosed ? "done" : "later";

    /// <summary>0 to 100; all of nothing is all.</summary>
    public int Percent => Asked == 0 ? 100 : Done * 100 / Asked;

    public static ImmutableArray<PhaseNumbers> Of(OpenRound round)
    {
        var (iteration, progress) = (round.Iteration, round.Progress);
        return
        [
            Of(IterationPhase.Identify, progress.CellsAnswered, progress.Cells, $"{progress.CellsAnswered} of {progress.Cells} cells of the coverage answered"),
            Of(IterationPhase.Assess, progress.Assessed, progress.Threats, $"{progress.Assessed} of {progress.Threats} threats assessed: {progress.Judged} judged, {progress.Assessed - progress.Judged} taken over from rules"),
            Of(IterationPhase.Mitigate, progress.Treated, progress.Threats, $"{progress.Treated} of {progress.Threats} threats treated"),
        ];

        PhaseNumbers Of(IterationPhase phase, int done, int asked, string words) =>
            new(phase, done, asked, iteration.Phase == phase, iteration.Phase > phase, iteration.Phase > phase ? $"{words}; the phase is closed" : words);
    }
}
