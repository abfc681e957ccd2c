using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Catalogue.Rules;

/// <summary>A control that was asked for and is not there leaves its boundary open.</summary>
public sealed class RequiredControlMissing : IThreatRule<ModelGraph>
{
    public RuleCard Card { get; } = new(
        Code: "BOUNDARY-001",
        Title: "Required control is missing at a trust boundary",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 4),
        Why: "The boundary is drawn, but what should hold it is not there: a breach on one side reaches the other.",
        Mitigations:
        [
            "Put the missing controls in place.",
            "Where a control is not needed, say so and why.",
        ],
        Cwe: 693,
        Attack: ["T1611"]);

    /// <remarks>One finding a boundary, so that its answer moves with the last control that is missing or unknown.</remarks>
    public IEnumerable<Finding> Examine(ModelGraph graph) =>
        from boundary in graph.Boundaries
        let required = graph.ControlsOf(EntityRef.To(boundary)).Where(c => c.Demand is ControlDemand.Required).OrderBy(c => c.Name, StringComparer.Ordinal).ToList()
        let absent = required.Where(c => c.State.Presence is ControlPresence.Absent).ToList()
        let unknown = required.Where(c => c.State.Presence is ControlPresence.Unknown).ToList()
        where absent.Count + unknown.Count > 0
        select absent.Count > 0
            ? Card.On(boundary, $"It lacks: {Names(absent)}.", absent.Select(Seen))
            : Card.CannotTell(boundary, $"Nobody said whether it has: {Names(unknown)}.");

    private static string Names(IEnumerable<Control> controls) => string.Join("; ", controls.Select(control => control.Name));

    private static Evidence Seen(Control control) => new(control.Name, "state", control.State.Because);
}
