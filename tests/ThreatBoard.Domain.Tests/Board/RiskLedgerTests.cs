using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Domain.Tests.Board;

public sealed class RiskLedgerTests
{
    private static readonly DateOnly s_first = new(2026, 3, 2);
    private static readonly Threat s_threat = new() { Id = new(Guid.CreateVersion7()), Title = "read", Assessment = new(4, 4, "seen"), Treatment = new(TreatmentKind.Accept, "known") };

    [Fact]
    public void An_acceptance_ends_with_its_last_day_before_any_job_says_so()
    {
        var ledger = new RiskLedger(WorkspaceZone.Utc);
        ledger.Add(Entry(1, s_first, Change.Add(s_threat)));
        ledger.Add(Entry(2, s_first.AddDays(1), Change.Add(Accepted(until: s_first.AddDays(2)))));
        Assert.Equal([16, 0, 0, 16, 16], ledger.Days(s_first, s_first.AddDays(4)).Select(day => day.Score));
    }

    [Fact]
    public void Days_can_be_asked_for_and_the_journal_followed_on()
    {
        var ledger = new RiskLedger(WorkspaceZone.Utc);
        ledger.Add(Entry(1, s_first, Change.Add(s_threat)));
        Assert.Equal([0, 16, 16], ledger.Days(s_first.AddDays(-1), s_first.AddDays(1)).Select(day => day.Score));
        ledger.Add(Entry(2, s_first.AddDays(1), Change.Of(s_threat, s_threat with { Assessment = new(1, 2, "seen again") })));
        var days = ledger.Days(s_first, s_first.AddDays(2));
        Assert.Equal([16, 2, 2], days.Select(day => day.Score));
        Assert.Equal([16, -14], days.SelectMany(day => day.Moved).Select(moved => moved.Difference));
    }

    [Fact]
    public void A_mitigation_that_is_done_lowers_what_it_is_against_and_a_removed_threat_counts_no_more()
    {
        var mitigation = new Mitigation { Id = new(Guid.CreateVersion7()), Title = "encrypt", Status = MitigationStatus.InProgress };
        var other = new Mitigation { Id = new(Guid.CreateVersion7()), Title = "watch" };
        var ledger = new RiskLedger(WorkspaceZone.Utc);
        ledger.Add(Entry(1, s_first, Change.Add(s_threat), Change.Add(mitigation), Change.Add(other), Linked(mitigation, new(2, 0)), Linked(other, new(1, 1))));
        ledger.Add(Entry(2, s_first.AddDays(1), Change.Of(mitigation, mitigation with { Status = MitigationStatus.Implemented })));
        ledger.Add(Entry(3, s_first.AddDays(2), Change.Remove(s_threat)));
        Assert.Equal([(16, 1), (8, 1), (0, 0)], ledger.Days(s_first, s_first.AddDays(2)).Select(day => (day.Score, day.Open)));
    }

    [Theory]
    [InlineData("UTC", "2026-03-28T23:59:59Z", 28)]
    [InlineData("Europe/Berlin", "2026-03-28T23:00:00Z", 29)]
    [InlineData("Africa/Cairo", "2026-04-23T21:59:59Z", 23)]
    [InlineData("Africa/Cairo", "2026-04-23T22:00:00Z", 24)]
    public void A_day_ends_where_the_next_begins_even_where_no_clock_shows_midnight(string zone, string at, int day)
    {
        var here = WorkspaceZone.Named(zone);
        var moment = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(day, here.DayOf(moment).Day);
        Assert.True(moment < here.EndOf(here.DayOf(moment)) && here.EndOf(here.DayOf(moment).AddDays(-1)) <= moment);
    }

    private static Moment Entry(long number, DateOnly day, params Change[] changes) => new(number, new(day, new(12, 0), TimeSpan.Zero), "Ada", "edit", [.. changes]);

    private static Change<MitigationLink> Linked(Mitigation mitigation, Effect effect) =>
        Change.Add(new MitigationLink { Id = new(Guid.CreateVersion7()), Threat = s_threat.Id, Mitigation = mitigation.Id, Effect = effect });

    private static Acceptance Accepted(DateOnly until) => new()
    {
        Id = new(Guid.CreateVersion7()),
        Threat = s_threat.Id,
        Terms = AcceptanceTerms.None with { Expires = until },
        Decision = new(IsApproved: true, Guid.CreateVersion7(), "Grace", default, "", IsAlone: false),
    };
}
