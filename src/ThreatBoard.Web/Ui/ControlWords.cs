using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Ui;

/// <summary>What is known of a control, in words.</summary>
public static class ControlWords
{
    /// <summary>A sign and a word; empty where nothing is to be said.</summary>
    public static string Said(this Control control) => (control.Demand, control.State.Presence) switch
    {
        (_, ControlPresence.Present) => control.Origins.Count > 0 ? "✓ there, by evidence" : control.State.Because.Length > 0 ? "✓ there, by somebody's word" : "✓ there, but nothing shows it",
        (ControlDemand.Required, ControlPresence.Absent) => "✗ missing",
        (ControlDemand.Required, ControlPresence.Unknown) => "? required, nobody knows",
        (_, ControlPresence.NotApplicable) => "does not apply",
        (ControlDemand.NotRequired, _) => "explicitly not required",
        _ => "",
    };

    /// <summary>What an answer by hand still needs, as a sentence; null where it is whole.</summary>
    public static string? Lacking(ControlPresence presence, string because) => presence switch
    {
        ControlPresence.Present or ControlPresence.NotApplicable when string.IsNullOrWhiteSpace(because) => "Say what shows it, or who says so.",
        _ => null,
    };
}
