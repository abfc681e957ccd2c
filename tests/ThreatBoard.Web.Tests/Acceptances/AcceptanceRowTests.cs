using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Web.Features.Acceptances;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Tests.Acceptances;

public sealed class AcceptanceRowTests
{
    private static readonly DateOnly s_today = new(2026, 11, 2);
    private static readonly Threat s_threat = Some.Threat();
    private static readonly Acceptance s_waiting = At(60);
    private static readonly Acceptance s_holding = Approved(At(90));
    private static readonly Acceptance s_expiring = Approved(At(14));
    private static readonly Acceptance s_overdue = Approved(At(-1));
    private static readonly Acceptance s_refused = At(60) with { Decision = new(IsApproved: false, Guid.Empty, "Ada", default, "no", IsAlone: false) };
    private static readonly Acceptance s_ended = Approved(At(60)) with { Ending = new(AcceptanceEnd.Withdrawn, Guid.Empty, "Ada", default, "found in use"), Renews = s_refused.Id };

    private static readonly IReadOnlyList<AcceptanceRow> s_rows =
        AcceptanceRow.Of(ModelContent.Empty.With(s_threat).With([s_refused, s_holding, s_ended, s_expiring, s_waiting, s_overdue]), s_today);

    [Fact]
    public void What_asks_for_somebody_comes_first() => Assert.Equal(
        [AcceptanceStanding.Waiting, AcceptanceStanding.Overdue, AcceptanceStanding.Expiring, AcceptanceStanding.Holding],
        s_rows.Take(4).Select(row => row.Standing));

    [Theory]
    [InlineData(AcceptanceView.All, 6)]
    [InlineData(AcceptanceView.Waiting, 1)]
    [InlineData(AcceptanceView.Holding, 2)]
    [InlineData(AcceptanceView.Expiring, 2)]
    [InlineData(AcceptanceView.Ended, 3)]
    public void Each_view_shows_its_own(AcceptanceView view, int count) => Assert.Equal(count, s_rows.Count(row => row.Is(view)));

    [Fact]
    public void A_renewal_counts_what_it_goes_on_from() => Assert.Equal(1, Assert.Single(s_rows, row => row.Acceptance.Id == s_ended.Id).Renewals);

    [Fact]
    public void It_is_told_in_words_how_it_stands() => Assert.Equal(
        [
            "Waits for a decision; asked for until 1 Jan 2027", "Holds until 31 Jan 2027, in 90 days", "Expires in 14 days, after 16 Nov 2026",
            "Expired: 1 Nov 2026 was its last day", "Refused by Ada on 1 Jan 0001", "Withdrawn by Ada on 1 Jan 0001",
        ],
        new[] { s_waiting, s_holding, s_expiring, s_overdue, s_refused, s_ended }.Select(acceptance => acceptance.Said(s_today)));

    private static Acceptance At(int days) => new() { Id = Some.Id<Acceptance>(), Threat = s_threat.Id, Terms = new("cheap", "", s_today.AddDays(days)) };

    private static Acceptance Approved(Acceptance asked) => asked with { Decision = new(IsApproved: true, Guid.Empty, "Ada", default, "", IsAlone: true) };
}
