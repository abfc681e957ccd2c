using System.Collections.Immutable;
using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Coverage;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Iterations;

/// <summary>A component or flow with its cells, as the table of the coverage shows it.</summary>
/// <param name="Cells">One for each category of STRIDE, in that order; null where it is not asked.</param>
public sealed record CoverageLine(EntityRef Subject, string Title, string Kind, ImmutableArray<CellAnswer?> Cells)
{
    public IEnumerable<CoverageCell> Asked => Cells.OfType<CellAnswer>().Where(answer => answer.IsMissing).Select(answer => answer.Cell);

    /// <summary>Components by name, then flows by theirs; made once for a content.</summary>
    public static ImmutableArray<CoverageLine> Of(ModelContent content) => content.Shared(static known => new Lines(known)).All;

    private sealed class Lines(ModelContent content)
    {
        public ImmutableArray<CoverageLine> All { get; } =
        [
            .. CoverageRow.Of(content)
                .Select(row => new CoverageLine(row.Subject, EntityTitles.Title(content, row.Subject), KindOf(content, row.Subject), row.Cells))
                .OrderBy(line => line.Subject.Is<Flow>()).ThenBy(line => line.Title, StringComparer.CurrentCultureIgnoreCase).ThenBy(line => line.Subject),
        ];

        private static string KindOf(ModelContent content, EntityRef subject) => content.Find(subject) is Component component ? EnumWords.Word(component.Kind) : "Data flow";
    }
}
