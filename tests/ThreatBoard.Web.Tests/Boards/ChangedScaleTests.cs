using Bunit;
using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Web.Features.Boards;
using ThreatBoard.Web.Features.Details;
using ThreatBoard.Web.Features.Diagram;
using ThreatBoard.Web.Features.Threats;
using ThreatBoard.Web.Tests.Threats;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Tests.Boards;

/// <summary>The bands that a workspace sets are those that everything in it shows.</summary>
public sealed class ChangedScaleTests : BunitContext
{
    private const int Score = 9;

    private static readonly Component s_web = new() { Id = new(Guid.CreateVersion7()), Name = "web" };
    private static readonly Threat s_threat = new() { Id = new(Guid.CreateVersion7()), Title = "read", Subject = ThreatSubject.Of(s_web), Assessment = new(3, 3, "seen") };
    private static readonly ModelContent s_content = ModelContent.Empty.With(s_web).With(s_threat);

    public static TheoryData<int, int, int, RiskBand> Scales => new()
    {
        { 5, 10, 15, RiskBand.Medium },
        { 3, 6, 9, RiskBand.Critical },
        { 2, 9, 25, RiskBand.High },
        { 10, 20, 25, RiskBand.Low },
    };

    [Theory]
    [MemberData(nameof(Scales))]
    public void Badges_and_matrices_show_it(int medium, int high, int critical, RiskBand expected)
    {
        var (scale, look) = (new BandScale(medium, high, critical), expected.ToString().ToLowerInvariant());
        var badge = Render<RiskBadge>(set => set.Add(b => b.Score, Score).AddCascadingValue(scale));
        Assert.Contains(look, badge.Find(".tb-risk").ClassList);
        Assert.Contains($"{expected} risk", badge.Markup, StringComparison.Ordinal);
        var map = Render<HeatMap>(set => set.Add(m => m.Counts, new Dictionary<Rating, int> { [new(3, 3)] = 2 }).Add(m => m.Link, _ => "/x").AddCascadingValue(scale));
        Assert.Contains(look, map.Find("a.tb-cell").ClassList);
        var matrix = Render<RiskMatrix>(set => set.Add(m => m.Chosen, new Rating(3, 3)).AddCascadingValue(scale));
        Assert.Contains($"impact 3: {look} (9)", matrix.Find("button[aria-pressed=true]").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Scales))]
    public void Lists_filters_boards_and_the_diagram_tell_by_it(int medium, int high, int critical, RiskBand expected)
    {
        var day = new WorkingDay(new(2030, 6, 1), WorkingRules.Usual with { Bands = new(medium, high, critical) });
        var row = Assert.Single(ThreatRows.Of(s_content, day));
        Assert.Equal((expected, expected), (row.ResidualBand, row.InherentBand));
        Assert.True(Triage.Passes($"risk:{expected}", row));
        Assert.Equal(expected, Assert.IsType<ThreatLine.Heading>(ThreatGroups.Lines([row], ThreatGrouping.Status)[0]).Worst);
        var board = ModelBoard.Of(s_content, day);
        Assert.Equal((expected, expected >= RiskBand.High ? 1 : 0), (Assert.Single(board.Numbers.ByBand).Of.Band!.Value, board.Severe));
        Assert.Equal(expected, RiskTally.Of(board.Day).Worst);
        Assert.Equal(expected.Letter(), Assert.Single(DiagramScene.Of(s_content, "shop", Grouping.Tenancy, 1, day).Components).Badge!.Worst);
        Assert.Equal(1, Domain.Risk.RiskChange.Of(ModelContent.Empty, s_content, day.Bands).After.In(expected));
    }

    [Fact]
    public void The_same_content_on_another_scale_gives_other_rows()
    {
        var today = new DateOnly(2030, 6, 1);
        Assert.Equal(RiskBand.Medium, ThreatRows.Of(s_content, new(today, WorkingRules.Usual))[0].ResidualBand);
        Assert.Equal(RiskBand.Critical, ThreatRows.Of(s_content, new(today, WorkingRules.Usual with { Bands = new(2, 3, 4) }))[0].ResidualBand);
    }
}
