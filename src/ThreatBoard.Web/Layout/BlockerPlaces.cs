using ThreatBoard.Domain.Iterations;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Layout;

/// <summary>Where what blocks an iteration is done, and what it is called in a few words.</summary>
public static class BlockerPlaces
{
    public static string AddressOf(Guid model, Blocker blocker) => blocker.Kind switch
    {
        BlockerKind.RulesNotRun => $"/models/{model}/iterations",
        BlockerKind.NotApproved => $"/models/{model}/iterations#approval",
        BlockerKind.CellOpen or BlockerKind.CellOutdated => $"/models/{model}/iterations/coverage?only=asked&at={Uri.EscapeDataString(blocker.Subject.ToString())}",
        BlockerKind.NotAssessed or BlockerKind.NoJustification or BlockerKind.NoActor or BlockerKind.AssessmentOutdated => $"/models/{model}/assess?at={blocker.Subject.Id}",
        _ => $"/models/{model}/threats?open={Uri.EscapeDataString(blocker.Subject.ToString())}",
    };

    public static string AddressOf(Guid model, IterationPhase phase) => phase switch
    {
        IterationPhase.Identify => $"/models/{model}/iterations/coverage?only=asked",
        IterationPhase.Assess => $"/models/{model}/assess",
        _ => $"/models/{model}/threats",
    };

    public static string Word(BlockerKind kind) => kind switch
    {
        BlockerKind.RulesNotRun => "rules not run",
        BlockerKind.CellOpen => "not looked at",
        BlockerKind.CellOutdated => "changed since",
        BlockerKind.NotAssessed => "not assessed",
        BlockerKind.NoJustification => "no justification",
        BlockerKind.NoActor => "no actor",
        BlockerKind.AssessmentOutdated => "assess again",
        BlockerKind.NoTreatment => "no treatment",
        BlockerKind.NoMitigation => "no mitigation",
        BlockerKind.NoOwnerOrDay => "no owner or day",
        BlockerKind.NotAccepted => "not accepted",
        BlockerKind.AcceptanceOverdue => "acceptance over",
        BlockerKind.TransferredToNobody => "carried by nobody",
        _ => "not approved",
    };
}
