using System.Collections.Immutable;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Revisions;

/// <summary>What protects a flow on its way.</summary>
public enum FlowProtection
{
    Encryption,
    Authentication,
    Control,
}

/// <summary>A flow across a boundary that lost or gained something that protects it.</summary>
/// <param name="Control">The control's name; empty for encryption and authentication.</param>
public sealed record FlowShift(Flow Was, Flow Now, FlowProtection What, bool IsGain, string Control = "")
{
    /// <summary>Of flows that are in both states and cross a boundary in one of them; losses first, then by the flow's id. What is unknown protects as little as what is absent.</summary>
    public static ImmutableArray<FlowShift> Between(ModelContent before, ModelContent after)
    {
        var (was, now) = (ModelGraph.Of(before), ModelGraph.Of(after));
        var shifts = from flow in now.Flows
                     let old = before.Find<Flow>(flow.Id.Value)
                     where old is not null
                     from shift in Of(old, flow).Concat(OfControls(old, flow, was, now))
                     where was.Crossings(old).Any || now.Crossings(flow).Any
                     orderby shift.IsGain, flow.Id, shift.What, shift.Control
                     select shift;
        return [.. shifts];
    }

    private static IEnumerable<FlowShift> Of(Flow was, Flow now)
    {
        var (before, after) = (Strength(was.Transport.Encryption), Strength(now.Transport.Encryption));
        if (before != after) yield return new(was, now, FlowProtection.Encryption, after > before);
        var (proved, proves) = (IsProof(was.Transport.Authentication), IsProof(now.Transport.Authentication));
        if (proved != proves) yield return new(was, now, FlowProtection.Authentication, proves);
    }

    private static IEnumerable<FlowShift> OfControls(Flow was, Flow now, ModelGraph before, ModelGraph after)
    {
        var (had, has) = (Present(before, was), Present(after, now));
        return had.Except(has).Select(name => new FlowShift(was, now, FlowProtection.Control, IsGain: false, name))
            .Concat(has.Except(had).Select(name => new FlowShift(was, now, FlowProtection.Control, IsGain: true, name)));
    }

    private static HashSet<string> Present(ModelGraph graph, Flow flow) =>
        [.. graph.ControlsOf(EntityRef.To(flow)).Where(control => control.State.Presence is ControlPresence.Present).Select(control => control.Name)];

    private static int Strength(Encryption encryption) => encryption switch
    {
        Encryption.MutualTls => 2,
        Encryption.Tls => 1,
        _ => 0,
    };

    private static bool IsProof(Authentication authentication) => authentication is not (Authentication.Unknown or Authentication.None);
}
