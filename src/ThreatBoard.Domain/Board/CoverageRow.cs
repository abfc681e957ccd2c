using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Coverage;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Board;

/// <summary>The coverage of one component or flow: a cell for each category of STRIDE, null where it is not asked.</summary>
public sealed record CoverageRow(EntityRef Subject, string Title, ImmutableArray<CellAnswer?> Cells)
{
    public static ImmutableArray<CoverageRow> Of(ModelContent content)
    {
        var table = CoverageTable.Of(content);
        return
        [
            .. table.Cells.Select(answer => answer.Cell.Subject).Distinct().Select(subject => new CoverageRow(
                subject, content.TitleOf(subject) ?? "", [.. Enum.GetValues<Stride>().Select(category => table[new(subject, category)])])),
        ];
    }
}
