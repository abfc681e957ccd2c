using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Catalogue.Rules;

/// <summary>A data store that outsiders call has nothing in front of it that could say no.</summary>
public sealed class ExternalEntityIntoStore : IThreatRule<ModelGraph>
{
    public RuleCard Card { get; } = new(
        Code: "FLOW-005",
        Title: "External entity flows straight into a data store",
        Category: Stride.Tampering,
        Suggested: new(Likelihood: 3, Impact: 5),
        Why: "Without a process in between nobody validates requests, limits them or decides who may see what.",
        Mitigations:
        [
            "Put a process in front that authenticates and validates.",
            "Take the store off every address that can be reached from outside.",
        ],
        Cwe: 668,
        Attack: ["T1190"],
        Actor: ActorKind.ExternalAttacker);

    public IEnumerable<Finding> Examine(ModelGraph graph) =>
        from flow in graph.Flows
        let caller = graph.From(flow)
        let called = graph.To(flow)
        where caller.Kind is ComponentKind.ExternalEntity && called.Kind is ComponentKind.DataStore
        select Card.On(flow, $"{caller.Name} reaches {called.Name} with nothing in between.", flow.Evidence);
}
