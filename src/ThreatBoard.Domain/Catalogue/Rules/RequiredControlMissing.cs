using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Controls;
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
        let required = RequiredControls.Of(graph, EntityRef.To(boundary))
        where !required.AreMet
        select required.ToFinding(Card, boundary);
}
