using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Catalogue.Rules;

/// <summary>Two tenants that write into one store can change each other's data.</summary>
public sealed class StoreSharedByTenants : IThreatRule<ModelGraph>
{
    public RuleCard Card { get; } = new(
        Code: "STORE-003",
        Title: "Data store shared between namespaces",
        Category: Stride.Tampering,
        Suggested: new(Likelihood: 2, Impact: 4),
        Why: "Namespaces are the tenants of a cluster: with one store between them, the isolation of all of them is that of the store's accounts.",
        Mitigations:
        [
            "Give every tenant a store, or at least a schema and an account, of its own.",
            "Let NetworkPolicies admit only the namespace that owns the store.",
        ],
        Cwe: 653,
        Attack: ["T1565.001"]);

    public IEnumerable<Finding> Examine(ModelGraph graph) =>
        from store in graph.Components
        where store.Kind is ComponentKind.DataStore
        let tenants = Tenants(graph, store)
        where tenants.Count > 1
        select Card.On(store, $"The namespaces {string.Join(", ", tenants)} write into it.");

    private static List<string> Tenants(ModelGraph graph, Component store) =>
        [.. graph.FlowsTo(store.Id)
            .SelectMany(flow => graph.Containment.Around(graph.From(flow)).Keys)
            .Distinct()
            .Select(id => graph.Content.Find<Boundary>(id.Value)!)
            .Where(boundary => boundary.Kind is BoundaryKind.Namespace)
            .OrderBy(boundary => boundary.Id)
            .Select(boundary => boundary.Name)];
}
