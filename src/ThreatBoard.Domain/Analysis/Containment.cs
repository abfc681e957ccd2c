using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Analysis;

/// <summary>How an element lies to a boundary.</summary>
public enum Lies
{
    Outside,

    /// <summary>Some of its instances are inside, as where a workload occupies several nodes.</summary>
    Partly,

    Inside,
}

/// <summary>Which boundaries each component lies in, over all axes at once.</summary>
/// <remarks>An entity lies wholly in its parents in tenancy and zone, and in all that they lie in; in a node it lies wholly only where it is the one node that it may occupy.</remarks>
public sealed class Containment(ModelContent content)
{
    private static readonly Dictionary<Id<Boundary>, Lies> s_nowhere = [];

    private readonly Dictionary<Guid, Dictionary<Id<Boundary>, Lies>> _around = [];

    public Lies Of(Component component, Id<Boundary> boundary) => Around(component).GetValueOrDefault(boundary);

    public Lies Of(Boundary inner, Id<Boundary> outer) => Around(inner).GetValueOrDefault(outer);

    /// <summary>Every boundary that it lies in at least partly.</summary>
    public IReadOnlyDictionary<Id<Boundary>, Lies> Around(Component component) =>
        Asked(component.Id.Value, component.Tenancy, component.Zone, component.Nodes);

    public IReadOnlyDictionary<Id<Boundary>, Lies> Around(Boundary boundary) =>
        Asked(boundary.Id.Value, boundary.Tenancy, boundary.Zone, boundary.Nodes);

    private Dictionary<Id<Boundary>, Lies> Asked(Guid id, Id<Boundary>? tenancy, Id<Boundary>? zone, ValueSet<Id<Boundary>> nodes)
    {
        lock (_around) return Known(id, tenancy, zone, nodes);
    }

    private Dictionary<Id<Boundary>, Lies> Known(Guid id, Id<Boundary>? tenancy, Id<Boundary>? zone, ValueSet<Id<Boundary>> nodes)
    {
        if (_around.TryGetValue(id, out var known)) return known;
        _around[id] = s_nowhere; // A cycle, which the door refuses, ends here instead of recursing for ever.
        var around = new Dictionary<Id<Boundary>, Lies>();
        if (tenancy is { } owner) Raise(around, Through(owner));
        if (zone is { } place) Raise(around, Through(place));
        Raise(around, OnNodes(nodes));
        return _around[id] = around;
    }

    private Dictionary<Id<Boundary>, Lies> Through(Id<Boundary> parent)
    {
        var through = content.Find<Boundary>(parent.Value) is { } boundary
            ? new Dictionary<Id<Boundary>, Lies>(Known(parent.Value, boundary.Tenancy, boundary.Zone, boundary.Nodes))
            : [];
        through[parent] = Lies.Inside;
        return through;
    }

    /// <summary>Wholly inside only what it is wholly inside of on every node.</summary>
    private Dictionary<Id<Boundary>, Lies> OnNodes(ValueSet<Id<Boundary>> nodes)
    {
        var each = nodes.Select(Through).ToList();
        return each.SelectMany(around => around.Keys).Distinct().ToDictionary(
            boundary => boundary,
            boundary => each.All(around => around.GetValueOrDefault(boundary) is Lies.Inside) ? Lies.Inside : Lies.Partly);
    }

    private static void Raise(Dictionary<Id<Boundary>, Lies> around, Dictionary<Id<Boundary>, Lies> more)
    {
        foreach (var (boundary, lies) in more)
        {
            if (lies > around.GetValueOrDefault(boundary)) around[boundary] = lies;
        }
    }
}
