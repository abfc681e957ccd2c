using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Testing;

/// <summary>A content in which every field of every kind of entity can take several values.</summary>
public static class EveryField
{
    public static ModelContent Make()
    {
        var clusters = Three(n => Some.Boundary($"cluster-{n}", BoundaryKind.Cluster));
        var namespaces = Three(n => Some.Boundary($"namespace-{n}", BoundaryKind.Namespace, clusters[0].Id));
        var (nodes, zones) = (Three(n => Some.Boundary($"node-{n}", BoundaryKind.Node)), Three(n => Some.Boundary($"zone-{n}", BoundaryKind.Network)));
        var components = Enumerable.Range(0, 6).Select(n => Some.Component($"component-{n}", namespaces[0].Id)).ToList();
        var flows = Three(n => Some.Flow(components[n], components[n + 1]));
        var assets = Three(n => Some.Asset($"asset-{n}"));
        var (actors, threats) = (Three(n => Some.Actor($"actor-{n}")), Three(n => Some.Threat(ThreatSubject.Of(components[n]), $"threat-{n}")));
        var mitigations = Three(n => Some.Mitigation($"mitigation-{n}"));
        var diagrams = Enumerable.Range(0, 4).Select(n => Some.Diagram($"diagram-{n}")).ToList();
        return ModelContent.Empty
            .With(Three(n => Some.Source($"source-{n}"))).With([.. clusters, .. namespaces, .. nodes, .. zones]).With(components).With(flows).With(assets).With(actors).With(threats).With(mitigations)
            .With(Some.Threat(ThreatSubject.Of(components[0]), "duplicate") with { Treatment = new(TreatmentKind.NotApplicable, "It is one of the others.") })
            .With(Three(n => Some.Control(EntityRef.To(components[n]), $"control-{n}")))
            .With(Three(n => Some.Link(mitigations[n], threats[n])))
            .With(Three(n => Some.Mark(EntityRef.To(components[n]), (Stride)n)))
            .With(Some.Iteration()).With(Some.ReviewPlan()).With(Some.KnownRules())
            .With(diagrams).With(Three(n => Some.Placement(diagrams[0], EntityRef.To(components[n]), n)))
            .With(Three(n => Some.Comment(EntityRef.To(threats[n]), $"comment-{n}")));
    }

    private static List<T> Three<T>(Func<int, T> make) => [.. Enumerable.Range(0, 3).Select(make)];
}
