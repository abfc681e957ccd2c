using System.Collections.Immutable;
using ThreatBoard.Domain.Coverage;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Board;

/// <summary>One category of one component: what is known of it, and its open threats.</summary>
/// <param name="State">Null where the category is not asked of it.</param>
public sealed record CoverageSquare(CellState? State, BoardNumber Open);

/// <summary>A component with its six categories.</summary>
public sealed record CoverageLine(Component Component, ImmutableArray<CoverageSquare> Squares)
{
    public int Missing => Squares.Count(square => square.State is CellState.Open or CellState.Outdated);

    public int Open => Squares.Sum(square => square.Open.Count);
}

/// <summary>Which categories of STRIDE were looked at of which components.</summary>
/// <param name="Lines">The ones with most left to look at first, then those with most open threats; at most <see cref="Shown"/>.</param>
/// <param name="ByCategory">For each category the cells that are answered, of those that are asked, and the open threats of the whole model.</param>
public sealed record CoverageBoard(int Components, ImmutableArray<CoverageLine> Lines, ImmutableArray<(Stride Category, int Answered, int Asked, BoardNumber Open)> ByCategory)
{
    public const int Shown = 10;

    public int Answered => ByCategory.Sum(sum => sum.Answered);

    public int Asked => ByCategory.Sum(sum => sum.Asked);

    public static CoverageBoard Of(BoardDay day)
    {
        var open = day.Where(ThreatSelection.Open).ToList();
        var counts = open.CountBy(row => new CoverageCell(row.Threat.Subject.Ref, row.Threat.Category)).ToDictionary();
        var byCategory = open.CountBy(row => row.Threat.Category).ToDictionary();
        var components = day.Content.All<Component>().ToDictionary(component => component.Id.Value);
        var cells = CoverageTable.Of(day.Content).Cells.Where(answer => components.ContainsKey(answer.Cell.Subject.Id)).ToLookup(answer => answer.Cell.Subject);
        var lines = components.Values.Select(component => Line(component, cells[EntityRef.To(component)], counts)).ToList();
        return new(
            lines.Count,
            [.. lines.OrderByDescending(line => line.Missing).ThenByDescending(line => line.Open).ThenBy(line => line.Component.Id).Take(Shown)],
            [.. Enum.GetValues<Stride>().Select((category, at) => Sum(category, [.. lines.Select(line => line.Squares[at])], byCategory.GetValueOrDefault(category)))]);
    }

    private static CoverageLine Line(Component component, IEnumerable<CellAnswer> answers, Dictionary<CoverageCell, int> counts)
    {
        var (subject, states) = (EntityRef.To(component), answers.ToDictionary(answer => answer.Cell.Category, answer => answer.State));
        return new(component, [.. Enum.GetValues<Stride>().Select(category => new CoverageSquare(
            states.TryGetValue(category, out var state) ? state : null,
            new(ThreatSelection.Open with { Subject = subject, Category = category }, counts.GetValueOrDefault(new(subject, category)))))]);
    }

    private static (Stride, int, int, BoardNumber) Sum(Stride category, List<CoverageSquare> squares, int open) => (
        category,
        squares.Count(square => square.State is CellState.Threatened or CellState.NothingHere or CellState.OutOfScope),
        squares.Count(square => square.State is not null),
        new(ThreatSelection.Open with { Category = category }, open));
}
