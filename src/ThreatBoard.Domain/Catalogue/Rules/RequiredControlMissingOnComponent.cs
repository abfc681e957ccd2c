using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Controls;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Catalogue.Rules;

/// <summary>A control that was asked for and is not there leaves its component open.</summary>
public sealed class RequiredControlMissingOnComponent : IThreatRule<ModelGraph>
{
    public RuleCard Card { get; } = new(
        Code: "COMPONENT-003",
        Title: "Required control is missing on a component",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 3),
        Why: "Somebody decided that this component needs the control: without it, whoever takes the component over can do what it should prevent.",
        Mitigations:
        [
            "Put the missing controls in place.",
            "Where a control is not needed, say so and why.",
        ],
        Cwe: 693,
        Attack: ["T1611"]);

    /// <remarks>A container that was read from manifests is judged by the rules that look at these.</remarks>
    public IEnumerable<Finding> Examine(ModelGraph graph) =>
        from component in graph.Components
        where !component.IsContainer || component.Origins.Count == 0
        let required = RequiredControls.Of(graph, EntityRef.To(component))
        where !required.AreMet
        select required.ToFinding(Card, component);
}
