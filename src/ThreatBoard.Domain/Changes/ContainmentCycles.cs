using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Changes;

/// <summary>Containment is one acyclic graph over all axes.</summary>
internal static class ContainmentCycles
{
    public static bool LiesInItself(ModelContent content, Boundary boundary)
    {
        var seen = new HashSet<Id<Boundary>>();
        var next = new Stack<Id<Boundary>>(Around(boundary));
        while (next.TryPop(out var id))
        {
            if (id == boundary.Id) return true;
            if (seen.Add(id) && content.Find<Boundary>(id.Value) is { } parent)
            {
                foreach (var further in Around(parent)) next.Push(further);
            }
        }

        return false;
    }

    private static IEnumerable<Id<Boundary>> Around(Boundary boundary)
    {
        if (boundary.Tenancy is { } tenancy) yield return tenancy;
        if (boundary.Zone is { } zone) yield return zone;
        foreach (var node in boundary.Nodes) yield return node;
    }
}
