using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Catalogue.Rules;

/// <summary>A process whose calls across boundaries nobody records can deny them all.</summary>
public sealed class UnmonitoredProcess : IThreatRule<ModelGraph>
{
    public RuleCard Card { get; } = new(
        Code: "COMPONENT-002",
        Title: "Process crosses trust boundaries without monitoring",
        Category: Stride.Repudiation,
        Suggested: new(Likelihood: 2, Impact: 3),
        Why: "What it did to other zones, or they to it, cannot be shown afterwards; neither an attack nor a mistake can be traced.",
        Mitigations:
        [
            "Log requests across boundaries with the caller's identity.",
            "Send the logs out of the process's reach.",
        ],
        Cwe: 778,
        Attack: ["T1562.008"]);

    public IEnumerable<Finding> Examine(ModelGraph graph) =>
        from process in graph.Components
        where process.Kind is ComponentKind.Process
        let crossing = graph.FlowsFrom(process.Id).Concat(graph.FlowsTo(process.Id)).Where(flow => graph.Crossings(flow).Any).ToList()
        where crossing.Count > 0 && crossing.TrueForAll(flow => flow.Monitored is not Fact.Yes)
        select crossing.Exists(flow => flow.Monitored is Fact.Unknown)
            ? Card.CannotTell(process, "Nobody said whether any of its flows across boundaries is monitored.")
            : Card.On(process, "None of its flows across boundaries is monitored.");
}
