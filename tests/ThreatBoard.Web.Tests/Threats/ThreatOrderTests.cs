using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Features.Threats;

namespace ThreatBoard.Web.Tests.Threats;

public sealed class ThreatOrderTests
{
    private static readonly DateTimeOffset s_monday = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Priority_is_residual_risk_then_exposure_then_age()
    {
        var worst = Triage.Row(score: 20, exposure: 5);
        var near = Triage.Row(Triage.Threat(since: s_monday.AddDays(2)), score: 12, exposure: 1);
        var older = Triage.Row(Triage.Threat(since: s_monday), score: 12, exposure: 2);
        var younger = Triage.Row(Triage.Threat(since: s_monday.AddDays(1)), score: 12, exposure: 2);
        var unreached = Triage.Row(Triage.Threat(since: s_monday), score: 12, exposure: null);
        var resolved = Triage.Row(score: 25, status: ThreatStatus.ResolvedByChange, exposure: 0);
        ThreatRow[] wanted = [worst, near, older, younger, unreached, resolved];
        Assert.Equal(wanted, Sorted(ThreatOrder.Priority, resolved, unreached, younger, older, near, worst));
    }

    [Fact]
    public void A_question_comes_before_what_is_resolved_however_near_that_was()
    {
        var question = Triage.Row(Triage.Threat() with { Verdict = new(Answer.CannotTell, "nobody said") }, score: 0, exposure: 3);
        var resolved = Triage.Row(score: 25, status: ThreatStatus.ResolvedByChange, exposure: 0);
        Assert.Equal([question, resolved], Sorted(ThreatOrder.Priority, resolved, question));
    }

    [Fact]
    public void A_column_decides_first_and_priority_decides_the_rest()
    {
        var (a, b, c) = (Triage.Row(Triage.Threat("b"), score: 5), Triage.Row(Triage.Threat("a"), score: 1), Triage.Row(Triage.Threat("a"), score: 9));
        Assert.Equal([c, b, a], Sorted(new(ThreatSort.Title, Descending: false), a, b, c));
        Assert.Equal([a, c, b], Sorted(new(ThreatSort.Title, Descending: true), a, b, c));
    }

    [Fact]
    public void Nobody_and_no_due_day_come_last()
    {
        var (owned, free) = (Triage.Row(Triage.Threat() with { Owner = Owner.Named("Zoe"), Due = new(2027, 1, 1) }), Triage.Row());
        Assert.Equal([owned, free], Sorted(new(ThreatSort.Owner, Descending: false), free, owned));
        Assert.Equal([owned, free], Sorted(new(ThreatSort.Due, Descending: false), free, owned));
    }

    [Fact]
    public void Clicking_a_heading_again_turns_the_order_round()
    {
        var order = ThreatOrder.Priority.Clicked(ThreatSort.Residual);
        Assert.Equal(new(ThreatSort.Residual, Descending: true), order);
        Assert.Equal(new(ThreatSort.Residual, Descending: false), order.Clicked(ThreatSort.Residual));
    }

    [Fact]
    public void Groups_stand_in_the_order_of_their_first_row_and_tell_count_and_worst()
    {
        var spoofing = Triage.Row(Triage.Threat() with { Category = Stride.Spoofing }, score: 4);
        var tampering = Triage.Row(Triage.Threat() with { Category = Stride.Tampering }, score: 20);
        var another = Triage.Row(Triage.Threat() with { Category = Stride.Tampering }, score: 3);
        var lines = ThreatGroups.Lines([tampering, spoofing, another], ThreatGrouping.Stride);
        ThreatLine[] wanted =
        [
            new ThreatLine.Heading("Tampering", 2, RiskBand.Critical), new ThreatLine.Row(tampering), new ThreatLine.Row(another),
            new ThreatLine.Heading("Spoofing", 1, RiskBand.Low), new ThreatLine.Row(spoofing),
        ];
        Assert.Equal(wanted, lines);
    }

    [Fact]
    public void Elements_of_one_name_stay_two_groups()
    {
        ThreatRow On(Guid id) => Triage.Row(Triage.Threat() with { Subject = ThreatSubject.Of(new EntityRef("component", id)) }, subject: "web");
        var lines = ThreatGroups.Lines([On(Guid.CreateVersion7()), On(Guid.CreateVersion7())], ThreatGrouping.Element);
        Assert.Equal(2, lines.OfType<ThreatLine.Heading>().Count());
    }

    private static ThreatRow[] Sorted(ThreatOrder order, params ThreatRow[] rows) => [.. rows.Order(order)];
}
