using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Catalogue.Rules;

/// <summary>Every further zone that calls a store is one more from which it can be read or brought down.</summary>
public sealed class StoreReachedFromSeveralBoundaries : IThreatRule<ModelGraph>
{
    public RuleCard Card { get; } = new(
        Code: "STORE-002",
        Title: "Data store reached from more than one boundary",
        Category: Stride.DenialOfService,
        Suggested: new(Likelihood: 2, Impact: 4),
        Why: "A breach in any of these zones reaches the data, and the load of one can take the store away from the others.",
        Mitigations:
        [
            "Put one service in front of the store and let the others call that.",
            "Limit connections and rates for each caller.",
        ],
        Cwe: 668,
        Attack: ["T1499"]);

    /// <remarks>Pods are left out: two workloads of one namespace are one zone here.</remarks>
    public IEnumerable<Finding> Examine(ModelGraph graph) =>
        from store in graph.Components
        where store.Kind is ComponentKind.DataStore
        let zones = Zones(graph, store)
        where zones.Count > 1
        select Card.On(store, $"It is called from {string.Join(", ", zones)}.");

    private static List<string> Zones(ModelGraph graph, Component store) =>
        [.. graph.FlowsTo(store.Id)
            .SelectMany(flow => Innermost(graph, graph.From(flow)))
            .Where(boundary => graph.Containment.Of(store, boundary.Id) is Lies.Outside)
            .DistinctBy(boundary => boundary.Id)
            .OrderBy(boundary => boundary.Id)
            .Select(boundary => boundary.Name)];

    /// <summary>The nearest zone or tenancy around a caller that is no pod.</summary>
    private static IEnumerable<Boundary> Innermost(ModelGraph graph, Component caller) =>
        graph.Containment.Around(caller).Where(around => around.Value is Lies.Inside)
            .Select(around => graph.Content.Find<Boundary>(around.Key.Value)!)
            .Where(boundary => boundary.Kind is not (BoundaryKind.Pod or BoundaryKind.Node))
            .OrderByDescending(boundary => graph.Containment.Around(boundary).Count)
            .ThenBy(boundary => boundary.Id)
            .Take(1);
}
