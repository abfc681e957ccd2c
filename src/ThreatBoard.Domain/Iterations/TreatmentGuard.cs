using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Iterations;

/// <summary>What each treatment requires before it counts as one.</summary>
public static class TreatmentGuard
{
    public static IEnumerable<Blocker> Of(ModelContent content, Threat threat, DateOnly today) => threat.Treatment.Kind switch
    {
        TreatmentKind.Undecided => [Missing(BlockerKind.NoTreatment, threat, $"Decide what is done about “{threat.Title}”.")],
        TreatmentKind.Mitigate => Mitigating(content, threat),
        TreatmentKind.Accept => Accepting(content, threat, today),
        TreatmentKind.Transfer when threat.Treatment.To.Length == 0 => [Missing(BlockerKind.TransferredToNobody, threat, $"Say who carries “{threat.Title}” from now on.")],
        _ => [],
    };

    private static IEnumerable<Blocker> Mitigating(ModelContent content, Threat threat)
    {
        var mitigations = MitigationsOf.Threat(content, threat.Id);
        if (mitigations.Count == 0) return [Missing(BlockerKind.NoMitigation, threat, $"“{threat.Title}” is to be mitigated: add a mitigation, or link one.")];
        return mitigations.Any(m => m.IsDone || (!m.Owner.IsNobody && m.Due is not null))
            ? []
            : [Missing(BlockerKind.NoOwnerOrDay, threat, $"A mitigation of “{threat.Title}” needs an owner and a due day.")];
    }

    private static IEnumerable<Blocker> Accepting(ModelContent content, Threat threat, DateOnly today)
    {
        var open = content.All<Acceptance>().Where(acceptance => acceptance.Threat == threat.Id && acceptance.IsOpen).ToList();
        return open.Any(acceptance => acceptance.Holds(today)) ? []
            : open.Any(acceptance => acceptance.IsOverdue(today)) ? [Missing(BlockerKind.AcceptanceOverdue, threat, $"The acceptance of “{threat.Title}” has passed its last day: renew it, or treat the threat otherwise.")]
            : [Missing(BlockerKind.NotAccepted, threat, $"“{threat.Title}” is to be accepted, and nobody with the right has approved that.")];
    }

    private static Blocker Missing(BlockerKind kind, Threat threat, string words) => new(kind, EntityRef.To(threat), null, words);
}
