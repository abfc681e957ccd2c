using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Domain.Acceptances;

/// <summary>What the steps of acceptances have in common: finding what they decide about, and ending it.</summary>
internal static class AcceptanceGround
{
    /// <summary>The acceptances of a threat that are asked for or approved; while a renewal waits there are two.</summary>
    public static IEnumerable<Acceptance> OpenFor(this ModelContent content, Id<Threat> threat) =>
        content.All<Acceptance>().Where(acceptance => acceptance.Threat == threat && acceptance.IsOpen).OrderBy(acceptance => acceptance.Id);

    /// <summary>Ends an acceptance; the threat is open again unless another acceptance of it holds or it was decided otherwise.</summary>
    public static ImmutableArray<Change> End(this StepGround ground, Acceptance acceptance, AcceptanceEnd kind, string word)
    {
        var ended = acceptance with { Ending = new(kind, ground.By.Person, ground.By.Name, ground.At, word) };
        return [Change.Of(acceptance, ended), .. Reopened(ground.Content, ended)];
    }

    /// <param name="closed">An acceptance that is refused or ended now.</param>
    public static ImmutableArray<Change> Reopened(ModelContent content, Acceptance closed) =>
        content.Find<Threat>(closed.Threat.Value) is { Treatment.Kind: TreatmentKind.Accept } threat
        && content.OpenFor(closed.Threat).All(other => other.Id == closed.Id)
            ? [Change.Of(threat, threat with { Treatment = Treatment.Undecided })]
            : [];

    public static StepResult Gone(Id<Acceptance> id) => StepResult.Refused(EntityRef.To(id), "This acceptance does not exist (any more).");
}
