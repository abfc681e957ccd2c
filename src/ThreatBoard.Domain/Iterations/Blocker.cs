using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Iterations;

/// <summary>What a guard can miss, in the order of the phases.</summary>
public enum BlockerKind
{
    RulesNotRun,
    CellOpen,
    CellOutdated,
    NotAssessed,
    NoJustification,
    NoActor,
    AssessmentOutdated,
    NoTreatment,
    NoMitigation,
    NoOwnerOrDay,
    NotAccepted,
    AcceptanceOverdue,
    TransferredToNobody,
    NotApproved,
}

/// <summary>One thing that a phase misses before it can be closed.</summary>
/// <param name="Subject">The element, threat or iteration that it is about.</param>
/// <param name="Category">Of a cell of the coverage; null for anything else.</param>
/// <param name="Words">A sentence that says what to do.</param>
/// <param name="Digest">Of what has to be looked at; empty where that cannot change.</param>
public sealed record Blocker(BlockerKind Kind, EntityRef Subject, Stride? Category, string Words, string Digest = "")
{
    /// <summary>The phase whose work it is.</summary>
    public IterationPhase Phase => Kind switch
    {
        BlockerKind.RulesNotRun or BlockerKind.CellOpen or BlockerKind.CellOutdated => IterationPhase.Identify,
        BlockerKind.NotAssessed or BlockerKind.NoJustification or BlockerKind.NoActor or BlockerKind.AssessmentOutdated => IterationPhase.Assess,
        _ => IterationPhase.Mitigate,
    };

    /// <summary>The same for the same thing missing of the same state: what was left out knowingly is told from what came later.</summary>
    public string Key => $"{Kind} {Subject} {Category} {Digest}";
}
