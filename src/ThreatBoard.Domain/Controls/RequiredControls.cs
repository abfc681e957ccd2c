using System.Collections.Immutable;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Controls;

/// <summary>What the required controls of an element come to: absent ones are a threat, unknown ones a question.</summary>
/// <param name="Absent">By name.</param>
/// <param name="Unknown">By name.</param>
public sealed record RequiredControls(ImmutableArray<Control> Absent, ImmutableArray<Control> Unknown)
{
    public bool AreMet => Absent.IsEmpty && Unknown.IsEmpty;

    /// <summary>What a boundary asks of whatever enters is judged by what enters, and not here.</summary>
    public static RequiredControls Of(ModelGraph graph, EntityRef element)
    {
        var required = graph.ControlsOf(element).Where(c => c.Demand is ControlDemand.Required && EntryDemand.Named(c.Name) is null).OrderBy(c => c.Name, StringComparer.Ordinal).ToList();
        return new(
            [.. required.Where(c => c.State.Presence is ControlPresence.Absent)],
            [.. required.Where(c => c.State.Presence is ControlPresence.Unknown)]);
    }

    /// <summary>The finding of a rule about the element whose controls these are; only for what is not met.</summary>
    internal Finding ToFinding<T>(RuleCard card, T element)
        where T : class, IEntity<T> => Absent.Length > 0
            ? card.On(element, $"It lacks: {Names(Absent)}.", Absent.Select(control => new Evidence(control.Name, "state", control.State.Because)))
            : card.CannotTell(element, $"Nobody said whether it has: {Names(Unknown)}.");

    private static string Names(IEnumerable<Control> controls) => string.Join("; ", controls.Select(control => control.Name));
}
