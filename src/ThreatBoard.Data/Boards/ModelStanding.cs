using System.Collections.Immutable;
using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Data.Boards;

/// <summary>How one model stands today, for the board over all.</summary>
/// <param name="Carried">Threats whose risk is still carried.</param>
/// <param name="Assessed">Of them, those that are assessed.</param>
/// <param name="Decided">Of them, those with a treatment.</param>
/// <param name="Overdue">Mitigations past their due day, by who answers for them, most first.</param>
/// <param name="Acceptances">Those that hold, the next to expire first.</param>
/// <param name="Iteration">The open one's number and phase, and the day on which it was opened; null where none is open.</param>
/// <param name="NextReview">Null where nobody set an interval.</param>
public sealed record ModelStanding(
    Guid Id, string Name, ValueSet<string> Tags, Guid WorkspaceId, string Workspace, WorkingDay Day, RiskTally Tally, int Carried, int Assessed, int Decided,
    ImmutableArray<(Owner Owner, int Count)> Overdue, ImmutableArray<StandingAcceptance> Acceptances, (int Number, IterationPhase Phase, DateOnly Opened)? Iteration, DateOnly? NextReview)
{
    public int OverdueCount => Overdue.Sum(work => work.Count);

    public bool IsReviewDue => NextReview <= Day.Today;
}

/// <summary>A threat whose risk is carried knowingly until a day.</summary>
public sealed record StandingAcceptance(Id<Threat> Threat, string Title, DateOnly Expires);
