using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Controls;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Catalogue.Rules;

/// <summary>A control that was asked for on the way of the data and is not there leaves the way open.</summary>
public sealed class RequiredControlMissingOnFlow : IThreatRule<ModelGraph>
{
    public RuleCard Card { get; } = new(
        Code: "FLOW-010",
        Title: "Required control is missing on a data flow",
        Category: Stride.Tampering,
        Suggested: new(Likelihood: 3, Impact: 3),
        Why: "Somebody decided that this flow needs the control: without it, whoever stands on the way can do what it should prevent.",
        Mitigations:
        [
            "Put the missing controls in place.",
            "Where a control is not needed, say so and why.",
        ],
        Cwe: 693,
        Attack: ["T1557"]);

    public IEnumerable<Finding> Examine(ModelGraph graph) =>
        from flow in graph.Flows
        let required = RequiredControls.Of(graph, EntityRef.To(flow))
        where !required.AreMet
        select required.ToFinding(Card, flow);
}
