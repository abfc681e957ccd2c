using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Catalogue.Rules;

/// <summary>What lies in no boundary trusts everything, and everything can reach it.</summary>
public sealed class ComponentOutsideBoundaries : IThreatRule<ModelGraph>
{
    public RuleCard Card { get; } = new(
        Code: "COMPONENT-001",
        Title: "Component lies in no trust boundary",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 2, Impact: 3),
        Why: "Nobody said where this component's level of trust ends, so nothing is asked of what reaches it.",
        Mitigations:
        [
            "Draw the boundary it lies in, and the controls of that boundary.",
            "Where it stands outside the system, make it an external entity.",
        ],
        Cwe: 653,
        Attack: ["T1210"],
        Actor: ActorKind.ExternalAttacker);

    public IEnumerable<Finding> Examine(ModelGraph graph) =>
        from component in graph.Components
        where component.Kind is not ComponentKind.ExternalEntity && graph.Containment.Around(component).Count == 0
        select Card.On(component, "It lies in no boundary.");
}
