using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Benchmarks;

/// <summary>A place for every component of a generated model: a grid in each namespace, these in a grid in each cluster, these in a grid.</summary>
public static class GeneratedPlaces
{
    private const int Columns = 3;

    private static readonly Point s_part = new(220, 130);
    private static readonly Point s_namespace = new(760, 510);
    private static readonly Point s_cluster = new(2_400, 1_160);

    public static IEnumerable<Placement> Of(ModelContent content, Id<Diagram> diagram)
    {
        var clusters = content.All<Boundary>().Where(place => place.Kind is BoundaryKind.Cluster).ToList();
        var namespaces = content.All<Boundary>().ToLookup(place => place.Tenancy);
        var parts = content.All<Component>().ToLookup(part => part.Tenancy);
        // As wide as high, roughly.
        var inRow = (int)Math.Ceiling(Math.Sqrt(clusters.Count / 2.0));
        return from cluster in clusters.Index()
               from place in namespaces[cluster.Item.Id].Index()
               from part in parts[place.Item.Id].Index()
               let corners = new[] { Cell(cluster.Index, inRow, s_cluster), Cell(place.Index, Columns, s_namespace), Cell(part.Index, Columns, s_part) }
               select new Placement
               {
                   Id = Id<Placement>.New(TimeProvider.System), Diagram = diagram, Element = EntityRef.To(part.Item),
                   At = new(corners.Sum(corner => corner.X), corners.Sum(corner => corner.Y)),
               };
    }

    private static Point Cell(int index, int columns, Point size) => new(index % columns * size.X, index / columns * size.Y);
}
