using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Tests.Generators;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Domain.Tests.Board;

public sealed class BoardProperties
{
    private static readonly DateOnly s_today = new(2030, 6, 1);
    private static readonly WorkingRules s_rules = WorkingRules.Usual with { Bands = new(3, 8, 20) };

    [Fact]
    public void Each_number_equals_the_rows_of_its_list() => Models.All(model =>
    {
        var day = new BoardDay(model.Content, new(s_today, s_rules));
        var numbers = BoardNumbers.Of(day);
        Assert.All(All(numbers), number => Assert.Equal(day.Where(number.Of).Count(), number.Count));
        Assert.Equal(day.Where(ThreatSelection.Open).Sum(row => row.State.ResidualScore), numbers.ResidualScore);
    });

    [Fact]
    public void The_parts_of_a_number_add_up_to_it() => Models.All(model =>
    {
        var numbers = BoardNumbers.Of(new(model.Content, new(s_today, s_rules)));
        Assert.Equal(numbers.Open.Count, numbers.ByBand.Sum(number => number.Count));
        Assert.Equal(numbers.Open.Count, numbers.Ageing.Sum(number => number.Count));
        Assert.Equal(model.Content.CountOf<Threat>(), numbers.ByStatus.Sum(number => number.Count));
        Assert.Equal(numbers.ByBand.Where(number => number.Of.Band is not RiskBand.None).Sum(number => number.Count), numbers.Matrix.Sum(number => number.Count));
    });

    [Fact]
    public void Accepted_and_not_applicable_are_never_among_the_open_or_the_done() => Models.All(model =>
    {
        var day = new BoardDay(model.Content, new(s_today, s_rules));
        var numbers = BoardNumbers.Of(day);
        Assert.DoesNotContain(day.Where(numbers.Accepted.Of), row => row.State.Status is ThreatStatus.Mitigated || row.State.Status.IsOpen());
        Assert.DoesNotContain(day.Where(numbers.NotApplicable.Of), row => row.State.Status is ThreatStatus.Mitigated || row.State.Status.IsOpen());
    });

    [Fact]
    public void The_most_exposed_components_carry_the_rows_of_their_lists() => Models.All(model =>
    {
        var day = new BoardDay(model.Content, new(s_today, s_rules));
        foreach (var exposed in ComponentExposure.Of(day))
        {
            var rows = day.Where(exposed.Selection).ToList();
            Assert.Equal((rows.Count, rows.Sum(row => row.State.ResidualScore)), (exposed.Threats, exposed.Score));
        }
    });

    [Fact]
    public void Overdue_work_is_each_overdue_mitigation_once() => Models.All(model => Assert.Equal(
        model.Content.All<Mitigation>().Where(mitigation => OverdueWork.IsOverdue(mitigation, s_today)).Select(mitigation => mitigation.Id).Order(),
        OverdueWork.Of(model.Content, s_today).SelectMany(work => work.Mitigations).Select(mitigation => mitigation.Id).Order()));

    [Fact]
    public void The_board_at_a_past_date_equals_a_replay_to_it() => Models.All(model =>
    {
        var journal = Journal(model);
        var days = Hindsight.RiskOverTime(journal, s_today, s_today.AddDays(5), s_rules);
        foreach (var day in days)
        {
            var replayed = ModelContent.Empty;
            foreach (var moment in journal.Where(moment => s_rules.DayOf(moment.At) <= day.Day)) replayed = replayed.Apply(moment.Changes);
            Same.Models(replayed, Hindsight.At(journal, day.Day, s_rules.Zone));
            var numbers = BoardNumbers.Of(new(replayed, new(day.Day, s_rules)));
            Assert.Equal((numbers.ResidualScore, numbers.Open.Count), (day.Score, day.Open));
            Assert.Equal(numbers.ByStatus, BoardNumbers.Of(Hindsight.On(journal, day.Day, s_rules)).ByStatus);
        }
    });

    [Fact]
    public void What_moved_the_risk_of_a_day_adds_up_to_its_difference() => Models.All(model =>
    {
        // Without acceptances a day's end alone moves nothing.
        var journal = Journal(model).Select(moment => moment with { Changes = [.. moment.Changes.Where(change => change is not Change<Acceptance>)] }).ToList();
        var days = Hindsight.RiskOverTime(journal, s_today, s_today.AddDays(5), s_rules);
        foreach (var (yesterday, today) in days.Zip(days.Skip(1))) Assert.Equal(today.Score - yesterday.Score, today.Moved.Sum(moved => moved.Difference));
    });

    [Theory]
    [InlineData(0, AgeBucket.UpTo30Days)]
    [InlineData(30, AgeBucket.UpTo30Days)]
    [InlineData(31, AgeBucket.UpTo90Days)]
    [InlineData(90, AgeBucket.UpTo90Days)]
    [InlineData(91, AgeBucket.UpTo180Days)]
    [InlineData(180, AgeBucket.UpTo180Days)]
    [InlineData(181, AgeBucket.Longer)]
    public void An_age_lies_in_its_bucket(int days, AgeBucket bucket) => Assert.Equal(bucket, AgeBuckets.Of(days));

    [Fact]
    public void An_id_tells_when_it_was_made()
    {
        var at = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(at, new Id<Threat>(Guid.CreateVersion7(at)).MadeAt);
        Assert.Equal(DateTimeOffset.UnixEpoch, new Id<Threat>(Guid.Parse("5f0c2d3e-9a44-4c1b-8f5e-2b7a6d9e1c10")).MadeAt);
    }

    private static IEnumerable<BoardNumber> All(BoardNumbers numbers) =>
        [numbers.Open, .. numbers.ByStatus, .. numbers.ByBand, .. numbers.Matrix, .. numbers.Ageing, numbers.Accepted, numbers.NotApplicable];

    /// <summary>The model as it was first drawn, and what three people did to it on the days after.</summary>
    private static List<Moment> Journal(RandomModel model)
    {
        var (journal, before) = (new List<Moment>(), ModelContent.Empty);
        var states = new[] { model.Content, model.Edited(), Edits.After(model.Edited(), new(model.Seed + 2), model.Size), Edits.After(model.Content, new(model.Seed + 3), 2) };
        foreach (var (state, number) in states.Select((state, number) => (state, number)))
        {
            var at = new DateTimeOffset(s_today.AddDays(number), new(22, 30), TimeSpan.Zero);
            journal.Add(new(number + 1, at, "Ada", "edit", [.. Comparison.Between(before, state)]));
            before = state;
        }

        return journal;
    }
}
