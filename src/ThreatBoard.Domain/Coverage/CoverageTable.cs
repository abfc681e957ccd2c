using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Coverage;

/// <summary>What is known of a cell.</summary>
public enum CellState
{
    /// <summary>Nobody has looked.</summary>
    Open,

    /// <summary>Somebody looked, and what they looked at has changed since.</summary>
    Outdated,

    Threatened,
    NothingHere,
    OutOfScope,
}

/// <summary>A cell with what answers it.</summary>
/// <param name="Mark">A person's word, outdated or not; null where there is none.</param>
public sealed record CellAnswer(CoverageCell Cell, CellState State, CoverageMark? Mark, ImmutableArray<Threat> Threats)
{
    public bool IsMissing => State is CellState.Open or CellState.Outdated;
}

/// <summary>The coverage of a model: components and flows by the categories that are asked of them.</summary>
public sealed class CoverageTable
{
    private readonly Dictionary<CoverageCell, CellAnswer> _answers;

    private CoverageTable(ModelContent content)
    {
        var states = ThreatState.OfAll(content);
        var threats = content.All<Threat>().Where(threat => states[threat.Id].Status is not ThreatStatus.ResolvedByChange)
            .OrderBy(threat => threat.Id).ToLookup(threat => new CoverageCell(threat.Subject.Ref, threat.Category));
        var marks = content.All<CoverageMark>().ToDictionary(mark => new CoverageCell(mark.Subject, mark.Category));
        var digests = SubjectDigests.Of(content);
        Cells = [.. Asked(content).Select(cell => Answer(cell, [.. threats[cell]], marks.GetValueOrDefault(cell), digests))];
        _answers = Cells.ToDictionary(answer => answer.Cell);
    }

    /// <summary>Components first, then flows, each by id, its categories in the order of STRIDE.</summary>
    public ImmutableArray<CellAnswer> Cells { get; }

    public IEnumerable<CellAnswer> Missing => Cells.Where(answer => answer.IsMissing);

    public static CoverageTable Of(ModelContent content) => content.Shared(static known => new CoverageTable(known));

    /// <summary>Null where the category is not asked of the subject.</summary>
    public CellAnswer? this[CoverageCell cell] => _answers.GetValueOrDefault(cell);

    public IEnumerable<CellAnswer> Of(EntityRef subject) => Cells.Where(answer => answer.Cell.Subject == subject);

    private static IEnumerable<CoverageCell> Asked(ModelContent content) =>
    [
        .. from component in content.All<Component>().OrderBy(c => c.Id)
           from category in CoverageAsked.Of(component)
           select new CoverageCell(EntityRef.To(component), category),
        .. from flow in content.All<Flow>().OrderBy(f => f.Id)
           from category in CoverageAsked.OfFlow()
           select new CoverageCell(EntityRef.To(flow), category),
    ];

    private static CellAnswer Answer(CoverageCell cell, ImmutableArray<Threat> threats, CoverageMark? mark, SubjectDigests digests) => new(
        cell,
        threats.Length > 0 ? CellState.Threatened
        : mark is null ? CellState.Open
        : mark.Digest != digests[cell] ? CellState.Outdated
        : mark.Kind is CoverageMarkKind.OutOfScope ? CellState.OutOfScope
        : CellState.NothingHere,
        mark,
        threats);
}
