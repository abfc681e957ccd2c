using System.Collections.Immutable;
using Bunit;
using ThreatBoard.Data.Boards;
using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Web.Features.Boards;
using RandomModels = ThreatBoard.Domain.Tests.Generators.Models;

namespace ThreatBoard.Web.Tests.Boards;

/// <summary>What the board over all models adds up from journals and graphs is what the models' own boards say.</summary>
public sealed class AllModelsTests : BunitContext
{
    private static readonly WorkingDay s_day = new(new(2030, 6, 1), WorkingRules.Usual);

    [Fact]
    public void Coverage_and_exposure_are_those_of_the_models_own_boards() => RandomModels.All(model =>
    {
        // One model beside itself in part: what is added up is not the same twice.
        ModelContent[] contents = [model.Content, ModelContent.Empty.With(model.Content.All<Component>()).With(model.Content.All<Threat>().Take(3)), ModelContent.Empty];
        BoardDay[] boards = [.. contents.Select(content => new BoardDay(content, s_day))];
        var view = new DeepView([.. boards.Select((board, at) => (Standing($"model {at}"), new ModelDepth([], [], GraphBoard.Of(board))))]);
        CoverageBoard[] own = [.. boards.Select(CoverageBoard.Of)];
        Assert.Equal((own.Sum(board => board.Answered), own.Sum(board => board.Asked), own.Sum(board => board.Components)), (view.Answered, view.Asked, view.Components));
        foreach (var (category, answered, asked) in view.ByCategory)
            Assert.Equal((own.Sum(board => board.ByCategory[(int)category].Answered), own.Sum(board => board.ByCategory[(int)category].Asked)), (answered, asked));
        var exposed = boards.SelectMany(board => ComponentExposure.Of(board)).OrderByDescending(one => one.Score).ToList();
        Assert.Equal(exposed.Count, view.Exposed);
        Assert.Equal(exposed.Take(DeepView.Shown).Select(one => one.Score), view.Most.Select(row => row.Exposure.Score));
        Assert.Equal(own.SelectMany(board => board.Lines).Select(line => line.Missing).OrderDescending().Take(DeepView.Shown), view.Least.Select(row => row.Line.Missing));
    });

    [Fact]
    public void The_burndown_has_a_row_for_each_open_iteration_and_its_numbers_lead_to_the_open_threats()
    {
        ImmutableArray<RiskDay> days = [new(new(2030, 5, 1), 40, 9, []), new(new(2030, 5, 2), 30, 7, []), new(new(2030, 5, 3), 12, 4, [])];
        var (one, other) = (Standing("Checkout") with { Iteration = (2, IterationPhase.Assess, days[0].Day) }, Standing("Warehouse"));
        var graph = GraphBoard.Of(new(ModelContent.Empty, s_day));
        var view = new DeepView([(one, new(days, days, graph)), (other, new(days[1..], [], graph))]);
        var card = Render<BurndownRows>(set => set.Add(c => c.View, view).Add(c => c.Progress, "Reading"));
        var row = Assert.Single(card.FindAll(".body tbody tr"));
        Assert.Equal(["Checkout, 2", "assess", "2030-05-01", "9", "4"], row.QuerySelectorAll("td:not(.way)").Select(cell => cell.TextContent.Trim()));
        Assert.Equal(new BoardLinks(one.Id, IsPast: false).Threats(ThreatSelection.Open), row.QuerySelector("td:last-child a")!.GetAttribute("href"));
        Assert.Equal(3, card.FindAll("details tbody tr").Count);
        Assert.Equal([40, 60, 24], view.Days.Select(day => day.Value));
    }

    /// <summary>What is counted where it lies is read anew before what follows from the journal.</summary>
    [Fact]
    public void An_iteration_that_was_closed_meanwhile_has_no_burndown()
    {
        ImmutableArray<RiskDay> days = [new(new(2030, 5, 1), 40, 9, [])];

        Assert.Empty(new DeepView([(Standing("Checkout"), new(days, days, GraphBoard.Of(new(ModelContent.Empty, s_day))))]).Burndowns);
    }

    [Fact]
    public void Nothing_is_added_up_before_all_models_were_read()
    {
        Assert.Contains("3 of 200", Render<CoverageOfModels>(set => set.Add(c => c.View, null).Add(c => c.Progress, "Reading models: 3 of 200")).Markup, StringComparison.Ordinal);
        Assert.Contains("3 of 200", Render<ExposedOfModels>(set => set.Add(c => c.View, null).Add(c => c.Progress, "Reading models: 3 of 200")).Markup, StringComparison.Ordinal);
    }

    private static ModelStanding Standing(string name) => new(
        Guid.CreateVersion7(), name, [], Guid.Empty, "Payments", s_day, RiskTally.Of(new(ModelContent.Empty, s_day)), 0, 0, 0, [], [], null, null);
}
