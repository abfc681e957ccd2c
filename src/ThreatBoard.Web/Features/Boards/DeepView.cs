using System.Collections.Immutable;
using ThreatBoard.Data.Boards;
using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Ui.Charts;

namespace ThreatBoard.Web.Features.Boards;

/// <summary>Several models together in what follows from their journals and graphs; each number is the sum of the models' own.</summary>
public sealed record DeepView(ImmutableArray<(ModelStanding Model, ModelDepth Depth)> Models)
{
    /// <summary>How many components a card shows.</summary>
    public const int Shown = 10;

    /// <summary>The open risk of all models at the end of each day.</summary>
    public ImmutableArray<ChartPoint> Days { get; } =
        [.. Models.SelectMany(model => model.Depth.Past).GroupBy(day => day.Day).OrderBy(days => days.Key).Select(days => new ChartPoint(days.Key, days.Sum(day => day.Score)))];

    /// <summary>Models with an open iteration, most open threats first.</summary>
    public ImmutableArray<(ModelStanding Model, ImmutableArray<RiskDay> Days)> Burndowns { get; } =
        [.. Models.Where(model => model.Depth.Burndown.Length > 0 && model.Model.Iteration is not null).Select(model => (model.Model, model.Depth.Burndown)).OrderByDescending(model => model.Burndown[^1].Open).ThenBy(model => model.Model.Id)];

    /// <summary>How many components of all models have open threats.</summary>
    public int Exposed => Models.Sum(model => model.Depth.Graph.Exposed);

    /// <summary>The most exposed components of all models.</summary>
    public ImmutableArray<(ModelStanding Model, ComponentExposure Exposure)> Most { get; } =
    [
        .. Models.SelectMany(model => model.Depth.Graph.Most.Select(exposure => (model.Model, Exposure: exposure)))
            .OrderByDescending(row => row.Exposure.Score).ThenBy(row => row.Exposure.Steps ?? int.MaxValue).ThenBy(row => row.Exposure.Component.Id).Take(Shown),
    ];

    /// <summary>The components of all models with most left to look at.</summary>
    public ImmutableArray<(ModelStanding Model, CoverageLine Line)> Least { get; } =
    [
        .. Models.SelectMany(model => model.Depth.Graph.Coverage.Lines.Select(line => (model.Model, Line: line)))
            .OrderByDescending(row => row.Line.Missing).ThenByDescending(row => row.Line.Open).ThenBy(row => row.Line.Component.Id).Take(Shown),
    ];

    public int Components => Models.Sum(model => model.Depth.Graph.Coverage.Components);

    public int Answered => Models.Sum(model => model.Depth.Graph.Coverage.Answered);

    public int Asked => Models.Sum(model => model.Depth.Graph.Coverage.Asked);

    /// <summary>For each category the cells of all models that are answered, of those that are asked.</summary>
    public ImmutableArray<(Stride Category, int Answered, int Asked)> ByCategory =>
    [
        .. Models.SelectMany(model => model.Depth.Graph.Coverage.ByCategory).GroupBy(sum => sum.Category).OrderBy(sums => sums.Key)
            .Select(sums => (sums.Key, sums.Sum(sum => sum.Answered), sums.Sum(sum => sum.Asked))),
    ];
}
