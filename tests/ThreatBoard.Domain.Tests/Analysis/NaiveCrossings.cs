using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Analysis;

/// <summary>Crossings by their meaning: every way in which instances can lie on nodes is tried, one after the other.</summary>
internal sealed class NaiveCrossings(ModelContent content)
{
    public HashSet<Id<Boundary>> Of(Flow flow)
    {
        var from = Worlds(content.Find<Component>(flow.Ends.From.Value)!);
        var to = Worlds(content.Find<Component>(flow.Ends.To.Value)!);
        return [.. content.All<Boundary>().Select(b => b.Id).Where(boundary => !AreOnOneSide(boundary, [.. from, .. to]))];
    }

    private static bool AreOnOneSide(Id<Boundary> boundary, IReadOnlyCollection<HashSet<Id<Boundary>>> worlds) =>
        worlds.All(world => world.Contains(boundary)) || worlds.All(world => !world.Contains(boundary));

    private List<HashSet<Id<Boundary>>> Worlds(Component component) => Worlds(component.Tenancy, component.Zone, component.Nodes);

    /// <summary>The boundaries around one instance, for every choice of nodes.</summary>
    private List<HashSet<Id<Boundary>>> Worlds(Id<Boundary>? tenancy, Id<Boundary>? zone, ValueSet<Id<Boundary>> nodes)
    {
        var owners = tenancy is { } owner ? Inside(owner) : [[]];
        var zones = zone is { } place ? Inside(place) : [[]];
        var machines = nodes.Count == 0 ? [[]] : nodes.SelectMany(Inside).ToList();
        return [.. from o in owners from z in zones from m in machines select new HashSet<Id<Boundary>>([.. o, .. z, .. m])];
    }

    private List<HashSet<Id<Boundary>>> Inside(Id<Boundary> id)
    {
        var boundary = content.Find<Boundary>(id.Value)!;
        return [.. Worlds(boundary.Tenancy, boundary.Zone, boundary.Nodes).Select(world => new HashSet<Id<Boundary>>([.. world, id]))];
    }
}
