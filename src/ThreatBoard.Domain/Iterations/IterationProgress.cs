using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Coverage;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Iterations;

/// <summary>How far a phase has come, in numbers: of all that it asks, how much is answered.</summary>
/// <param name="Judged">Of the assessed, those that a person judged; the others took a rule's suggestion over.</param>
public sealed record IterationProgress(int Cells, int CellsAnswered, int Threats, int Assessed, int Judged, int Treated, ImmutableArray<Blocker> Missing, ImmutableArray<Blocker> LookAgain)
{
    public static IterationProgress Of(ModelContent content, Iteration iteration, DateOnly today)
    {
        var lookAgain = PhaseGuard.LookAgain(content, iteration, today);
        var cells = CoverageTable.Of(content).Cells;
        var states = ThreatState.OfAll(content, today);
        var carried = content.All<Threat>().Where(threat => states[threat.Id].Status.CarriesRisk()).ToList();
        var assessed = carried.Where(threat => threat.Assessment is not null).ToList();
        return new(
            cells.Length,
            cells.Count(answer => !answer.IsMissing),
            carried.Count,
            assessed.Count,
            assessed.Count(threat => threat.Assessment!.Source is AssessmentSource.Judgement),
            carried.Count(threat => !TreatmentGuard.Of(content, threat, today).Any()),
            PhaseGuard.Missing(content, iteration, today, lookAgain),
            lookAgain);
    }
}
