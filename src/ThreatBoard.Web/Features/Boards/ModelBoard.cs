using System.Collections.Immutable;
using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Iterations;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Boards;

/// <summary>One threat on a board.</summary>
public sealed record BoardThreat(Id<Threat> Id, string Title, string Subject, Stride Category, ThreatStatus Status, int Score);

/// <summary>An acceptance that holds, and the threat whose risk it carries.</summary>
public sealed record BoardAcceptance(Threat Threat, DateOnly Expires, string Approver, int Score);

/// <summary>What the board of a model shows of one day, as far as it is quickly reckoned.</summary>
/// <param name="Severe">Open threats of the bands high and critical.</param>
/// <param name="Riskiest">The five worst open threats.</param>
/// <param name="Acceptances">Those that hold, the next to expire first.</param>
/// <param name="NextReview">Null where nobody set an interval.</param>
public sealed record ModelBoard(
    BoardDay Day, BoardNumbers Numbers, int Severe, ImmutableArray<BoardThreat> Riskiest, ImmutableArray<OverdueWork> Overdue,
    ImmutableArray<BoardAcceptance> Acceptances, Iteration? Iteration, DateOnly? NextReview)
{
    /// <summary>The filter of <see cref="Severe"/>.</summary>
    public const string SevereFilter = "status:open risk>=high";

    /// <summary>How many days ahead an acceptance counts as near its end.</summary>
    public const int NearDays = 30;

    private const int Shown = 5;

    public static ModelBoard Of(ModelContent content, WorkingDay day)
    {
        var board = new BoardDay(content, day);
        return new(
            board,
            BoardNumbers.Of(board),
            board.Where(ThreatSelection.Open).Count(row => row.Band >= RiskBand.High),
            [.. board.Where(ThreatSelection.Open).OrderByDescending(row => row.State.ResidualScore).ThenBy(row => row.Threat.Id).Take(Shown).Select(row => Line(content, row))],
            OverdueWork.Of(content, day.Today),
            [.. AcceptancesOf(board).OrderBy(acceptance => acceptance.Expires).ThenByDescending(acceptance => acceptance.Score)],
            Iteration.Current(content),
            ReviewDays.Next(content, day.Rules.Zone));
    }

    public int OverdueCount => Overdue.Sum(work => work.Mitigations.Length);

    public int Near => Acceptances.Count(acceptance => acceptance.Expires <= LastNear);

    /// <summary>The filter of <see cref="Near"/>.</summary>
    public string NearFilter => $"expires<={LastNear:yyyy-MM-dd}";

    public bool IsReviewDue => NextReview <= Day.Day.Today;

    /// <summary>How many open threats nobody and no rule has rated.</summary>
    public BoardNumber Unrated => Numbers.ByBand.FirstOrDefault(number => number.Of.Band is RiskBand.None) ?? new(ThreatSelection.Open with { Band = RiskBand.None }, 0);

    private DateOnly LastNear => Day.Day.Today.AddDays(NearDays);

    private static IEnumerable<BoardAcceptance> AcceptancesOf(BoardDay board)
    {
        var accepted = board.Where(new() { Status = ThreatStatus.Accepted }).ToDictionary(row => row.Threat.Id);
        return from acceptance in board.Content.All<Acceptance>()
               where acceptance.Holds(board.Day.Today) && accepted.ContainsKey(acceptance.Threat)
               let row = accepted[acceptance.Threat]
               select new BoardAcceptance(row.Threat, acceptance.Terms.Expires, acceptance.Decision!.Name, row.State.ResidualScore);
    }

    private static BoardThreat Line(ModelContent content, BoardRow row) =>
        new(row.Threat.Id, row.Threat.Title, content.SubjectTitle(row.Threat.Subject), row.Threat.Category, row.State.Status, row.State.ResidualScore);
}
