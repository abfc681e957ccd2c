using System.Collections.Immutable;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Coverage;

/// <summary>Marks many cells at once, by row, column, boundary or selection; what is answered already is left alone.</summary>
public static class Marking
{
    /// <summary>The changes of an edit; each mark keeps the digest of what its author sees.</summary>
    /// <param name="word">Why, for all of them.</param>
    public static ImmutableArray<Change> Of(ModelContent seen, IEnumerable<CoverageCell> cells, CoverageMarkKind kind, string word, TimeProvider clock)
    {
        var (table, digests) = (CoverageTable.Of(seen), SubjectDigests.Of(seen));
        return
        [
            .. from answer in cells.Distinct().Select(cell => table[cell]).OfType<CellAnswer>()
               where answer.IsMissing
               let mark = answer.Mark ?? new() { Id = Id<CoverageMark>.New(clock), Subject = answer.Cell.Subject, Category = answer.Cell.Category }
               let marked = mark with { Kind = kind, Word = word, Digest = digests[answer.Cell] }
               select answer.Mark is null ? Change.Add(marked) : Change.Of(mark, marked),
        ];
    }

    /// <summary>Takes people's word back: the cells are asked again.</summary>
    public static ImmutableArray<Change> Withdrawn(ModelContent seen, IEnumerable<CoverageCell> cells)
    {
        var table = CoverageTable.Of(seen);
        return [.. cells.Distinct().Select(cell => table[cell]?.Mark).OfType<CoverageMark>().Select(Change.Remove)];
    }

    public static IEnumerable<CoverageCell> Row(ModelContent content, EntityRef subject) => CoverageTable.Of(content).Of(subject).Select(answer => answer.Cell);

    public static IEnumerable<CoverageCell> Column(ModelContent content, Stride category) =>
        CoverageTable.Of(content).Cells.Select(answer => answer.Cell).Where(cell => cell.Category == category);

    /// <summary>Everything that lies wholly in a boundary: its components, and the flows between them.</summary>
    public static IEnumerable<CoverageCell> Inside(ModelContent content, Id<Boundary> boundary)
    {
        var graph = ModelGraph.Of(content);
        var inside = graph.Components.Where(c => graph.Containment.Of(c, boundary) is Lies.Inside).Select(c => c.Id).ToHashSet();
        var subjects = inside.Select(EntityRef.To)
            .Concat(graph.Flows.Where(flow => inside.Contains(flow.Ends.From) && inside.Contains(flow.Ends.To)).Select(EntityRef.To)).ToHashSet();
        return CoverageTable.Of(content).Cells.Select(answer => answer.Cell).Where(cell => subjects.Contains(cell.Subject));
    }
}
