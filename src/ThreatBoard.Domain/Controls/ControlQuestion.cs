using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Controls;

/// <summary>A control that is required, and of which nobody has said whether it is there.</summary>
public sealed record ControlQuestion(Control Control, string Element)
{
    /// <summary>Every open question of a model, by element and control.</summary>
    public static ImmutableArray<ControlQuestion> In(ModelContent content) =>
    [
        .. content.All<Control>()
            .Where(control => control is { Demand: ControlDemand.Required, State.Presence: ControlPresence.Unknown } && EntryDemand.Named(control.Name) is null)
            .Select(control => new ControlQuestion(control, content.TitleOf(control.Of) ?? ""))
            .OrderBy(question => question.Element, StringComparer.Ordinal).ThenBy(question => question.Control.Name, StringComparer.Ordinal).ThenBy(question => question.Control.Id),
    ];
}
