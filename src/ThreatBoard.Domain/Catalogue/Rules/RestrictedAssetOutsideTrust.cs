using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Catalogue.Rules;

/// <summary>Restricted data belongs behind a boundary that outsiders are not part of.</summary>
public sealed class RestrictedAssetOutsideTrust : IThreatRule<ModelGraph>
{
    public RuleCard Card { get; } = new(
        Code: "STORE-001",
        Title: "Restricted asset stored without a boundary of its own",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 3, Impact: 5),
        Why: "The store shares its level of trust with outsiders, or nobody drew any line around it: nothing keeps them from the data.",
        Mitigations:
        [
            "Move the store into a boundary of its own, without external entities.",
            "Encrypt the data at rest with keys that are kept elsewhere.",
        ],
        Cwe: 668,
        Attack: ["T1530"],
        Actor: ActorKind.ExternalAttacker);

    public IEnumerable<Finding> Examine(ModelGraph graph)
    {
        var outsiders = graph.Components.Where(c => c.Kind is ComponentKind.ExternalEntity).ToList();
        return from store in graph.Components
               where store.Stores.Count > 0
               let reason = Reason(graph, store, outsiders)
               where reason is not null
               from asset in graph.Stored(store)
               where asset.Classification is Classification.Restricted or Classification.Unclassified
               select Answered(asset, store, reason);
    }

    private Finding Answered(Asset asset, Component store, string reason) =>
        (asset.Classification is Classification.Restricted
            ? Card.On(asset, $"{store.Name} keeps it, and {reason}.")
            : Card.CannotTell(asset, $"{store.Name} keeps it, and {reason}; nobody classified it.")) with { Besides = [store.Id.Value] };

    private static string? Reason(ModelGraph graph, Component store, List<Component> outsiders)
    {
        if (store.Kind is ComponentKind.ExternalEntity) return "is an external entity";
        if (graph.Containment.Around(store).Count == 0) return "lies in no boundary";
        foreach (var home in new[] { store.Tenancy, store.Zone })
        {
            if (home is { } id && outsiders.Find(o => graph.Containment.Of(o, id) is not Lies.Outside) is { } outsider)
                return $"shares {graph.Content.Find<Boundary>(id.Value)?.Name} with {outsider.Name}";
        }

        return null;
    }
}
