using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Controls;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Catalogue.Rules;

/// <summary>A boundary that asks something of whatever enters it, and a flow that enters without it.</summary>
public sealed class UnmetEntryDemand : IThreatRule<ModelGraph>
{
    public RuleCard Card { get; } = new(
        Code: "BOUNDARY-002",
        Title: "Flow enters a boundary without what the boundary asks for",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 3, Impact: 4),
        Why: "The boundary trusts what is inside because everything proves itself at the edge: one way in that does not is a way in for everybody.",
        Mitigations:
        [
            "Make the flow meet what the boundary asks for.",
            "End the flow at a component outside that meets it.",
        ],
        Cwe: 306,
        Attack: ["T1199"]);

    public IEnumerable<Finding> Examine(ModelGraph graph) =>
        from boundary in graph.Boundaries
        from control in graph.ControlsOf(EntityRef.To(boundary))
        where control.Demand is ControlDemand.Required && control.State.Presence is not ControlPresence.NotApplicable
        let demand = EntryDemand.Named(control.Name)
        where demand is not null
        from flow in EntryDemand.Entering(graph, boundary)
        let meets = demand.Meets(flow)
        where meets is not Fact.Yes
        select Found(boundary, demand, flow, meets);

    private Finding Found(Boundary boundary, EntryDemand demand, Flow flow, Fact meets)
    {
        var finding = meets is Fact.Unknown
            ? Card.CannotTell(flow, $"It enters {boundary.Name}, and nobody said whether it is {demand.Unmet["not ".Length..]}.", flow.Evidence)
            : Card.On(flow, $"It enters {boundary.Name} and is {demand.Unmet}.", flow.Evidence);
        return finding with { Besides = [boundary.Id.Value], Discriminator = demand.Name };
    }
}
