using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Catalogue.Rules;

/// <summary>What an account may do beyond what it needs, its thief may do too.</summary>
public sealed class TooPowerfulAccount : IThreatRule<ModelGraph>
{
    public RuleCard Card { get; } = new(
        Code: "FLOW-006",
        Title: "Account with more privilege than needed on a data store",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 4),
        Why: "Whoever takes over the caller gets all that its account may do in the store, tables of others and administration included.",
        Mitigations:
        [
            "Give the caller an account of its own with only the rights it needs.",
            "Keep administrative accounts for people and for migrations.",
        ],
        Cwe: 250,
        Attack: ["T1078"]);

    public IEnumerable<Finding> Examine(ModelGraph graph) =>
        from flow in graph.Flows
        where flow.Privilege is not AccountPrivilege.LeastNeeded && graph.To(flow).Kind is ComponentKind.DataStore
        select flow.Privilege switch
        {
            AccountPrivilege.Unknown => Card.CannotTell(flow, $"Nobody said what its account may do in {graph.To(flow).Name}.", flow.Evidence),
            AccountPrivilege.Administrative => Card.On(flow, $"It uses an administrative account of {graph.To(flow).Name}.", flow.Evidence),
            _ => Card.On(flow, $"Its account may do more in {graph.To(flow).Name} than it needs.", flow.Evidence),
        };
}
