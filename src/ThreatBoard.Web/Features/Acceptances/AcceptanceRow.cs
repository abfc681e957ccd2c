using System.Collections.Immutable;
using ThreatBoard.Domain.Acceptances;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Ui;
using ThreatBoard.Web.Ui.Filtering;

namespace ThreatBoard.Web.Features.Acceptances;

/// <summary>One acceptance as its table shows it.</summary>
/// <param name="Standing">Where it stands today; what is overdue holds no longer.</param>
/// <param name="Renewals">How many acceptances it goes on from.</param>
public sealed record AcceptanceRow(Acceptance Acceptance, Threat? Threat, string SubjectTitle, ThreatState? State, AcceptanceStanding Standing, int Renewals)
{
    /// <summary>The table as a file: the group that is shown, in its order.</summary>
    public static ListChoice AsFile { get; } = new("acceptances", (content, wish) => Of(content, wish.Day.Today).Where(row => row.Is(ViewOf(wish.Show))).Select(row => row.Acceptance.Id.Value));

    /// <summary>What an address shows; all where it names no group.</summary>
    public static AcceptanceView ViewOf(string? show) => Enum.TryParse<AcceptanceView>(show, ignoreCase: true, out var view) && Enum.IsDefined(view) ? view : AcceptanceView.All;

    /// <summary>Those that ask for somebody first: waiting, expired, expiring; then those that hold, by their last day; then the past, the newest first.</summary>
    public static ImmutableArray<AcceptanceRow> Of(ModelContent content, DateOnly today)
    {
        var states = ThreatState.OfAll(content, today);
        return
        [
            .. from acceptance in content.All<Acceptance>()
               let threat = content.Find<Threat>(acceptance.Threat.Value)
               let row = new AcceptanceRow(
                   acceptance, threat, threat is null ? "" : content.SubjectTitle(threat.Subject), states.GetValueOrDefault(acceptance.Threat), acceptance.On(today), AcceptanceChain.Of(content, acceptance).Length - 1)
               orderby Rank(row.Standing), row.IsPast ? 0 : acceptance.Terms.Expires.DayNumber, acceptance.Id descending
               select row,
        ];
    }

    public bool IsPast => Standing is AcceptanceStanding.Refused or AcceptanceStanding.Ended;

    public bool Is(AcceptanceView view) => view switch
    {
        AcceptanceView.Waiting => Standing is AcceptanceStanding.Waiting,
        AcceptanceView.Holding => Standing is AcceptanceStanding.Holding or AcceptanceStanding.Expiring,
        AcceptanceView.Expiring => Standing is AcceptanceStanding.Expiring or AcceptanceStanding.Overdue,
        AcceptanceView.Ended => IsPast || Standing is AcceptanceStanding.Overdue,
        _ => true,
    };

    private static int Rank(AcceptanceStanding standing) => standing switch
    {
        AcceptanceStanding.Waiting => 0,
        AcceptanceStanding.Overdue => 1,
        AcceptanceStanding.Expiring => 2,
        AcceptanceStanding.Holding => 3,
        _ => 4,
    };
}

/// <summary>Which acceptances the page shows.</summary>
public enum AcceptanceView
{
    All,
    Waiting,
    Holding,
    Expiring,
    Ended,
}
