using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Benchmarks;

/// <summary>A model of N components, 1.5 N flows, N/8 namespaces in N/40 clusters, and threats; the same for the same N but for its ids.</summary>
public static class GeneratedModel
{
    private const int Seed = 20_261_121;

    /// <param name="components">N, at least 40.</param>
    /// <param name="threats">How many threats are spread over the components.</param>
    public static ModelContent Of(int components, int threats)
    {
        var clusters = Enumerable.Range(0, components / 40).Select(i => Place($"cluster-{i}", BoundaryKind.Cluster, null)).ToList();
        var namespaces = Enumerable.Range(0, components / 8).Select(i => Place($"namespace-{i}", BoundaryKind.Namespace, clusters[i % clusters.Count].Id)).ToList();
        var parts = Enumerable.Range(0, components).Select(i => Part(i, namespaces[i % namespaces.Count].Id)).ToList();
        var flows = Enumerable.Range(0, components * 3 / 2).Select(i => Between(parts[i % components], parts[((i * 7) + (i / components * 3) + Seed) % components], i)).Where(flow => flow.Ends.From != flow.Ends.To);
        var controls = namespaces.SelectMany(place => StartingControls.For(place, TimeProvider.System));
        return ModelContent.Empty.With<Boundary>([.. clusters, .. namespaces]).With<Component>(parts).With(flows).With(controls)
            .With(Enumerable.Range(0, threats).Select(i => About(parts[i % components], i)));
    }

    /// <summary>The content with one of a hundred components and threats changed.</summary>
    public static ModelContent OnePercentChanged(ModelContent content) => content
        .With(content.All<Component>().Where((_, i) => i % 100 == 0).Select(part => part with { Technology = "something newer" }).ToList())
        .With(content.All<Threat>().Where((_, i) => i % 100 == 0).Select(threat => threat with { Assessment = new(2, 3, "looked at") }).ToList());

    private static Boundary Place(string name, BoundaryKind kind, Id<Boundary>? around) =>
        new() { Id = Id<Boundary>.New(TimeProvider.System), Name = name, Kind = kind, Tenancy = around };

    private static Component Part(int i, Id<Boundary> place) => new()
    {
        Id = Id<Component>.New(TimeProvider.System), Name = $"component-{i}", Tenancy = place, Technology = "registry.example/part:1.2.3",
        Kind = i % 9 == 0 ? ComponentKind.DataStore : ComponentKind.Process, Tags = ["generated", $"team-{i % 12}"],
    };

    private static Flow Between(Component from, Component to, int i) => new()
    {
        Id = Id<Flow>.New(TimeProvider.System), Ends = new(from.Id, to.Id), Protocol = "HTTP", Port = 8_000 + (i % 500),
        Transport = new() { Encryption = (Encryption)(i % 4), Authentication = (Authentication)(i % 6) },
    };

    private static Threat About(Component part, int i) => new()
    {
        Id = Id<Threat>.New(TimeProvider.System), Title = $"Something could happen to it in way {i}", Subject = ThreatSubject.Of(part),
        Description = "One or two sentences that say how this hurts, as long as they usually are.", Suggested = new((i % 5) + 1, (i / 5 % 5) + 1),
        Finding = new("GEN-001", [part.Id.Value], $"{i}"), Verdict = new(Answer.Found, "seen in the generated model"), CameFrom = ThreatSource.Rule,
    };
}
