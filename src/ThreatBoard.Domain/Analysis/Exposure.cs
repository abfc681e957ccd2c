using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Analysis;

/// <summary>How near an attacker is: the fewest steps along flows from an external entity, or from where an actor starts, to each component.</summary>
public sealed class Exposure
{
    private readonly Dictionary<Id<Component>, int> _steps = [];
    private readonly ModelGraph _graph;

    public Exposure(ModelGraph graph)
    {
        _graph = graph;
        var starts = graph.Components.Where(c => c.Kind is ComponentKind.ExternalEntity).Select(c => c.Id)
            .Concat(graph.Content.All<Actor>().Select(a => a.StartsAt).OfType<Id<Component>>());
        Walk(new(starts.Distinct()));
    }

    /// <summary>0 for a start itself; null for what no start leads to.</summary>
    public int? StepsTo(Id<Component> component) => _steps.TryGetValue(component, out var steps) ? steps : null;

    /// <summary>The exposure of whatever a threat can be about: a flow is as near as its caller, a boundary as its nearest member, an asset as what holds it.</summary>
    public int? StepsTo(EntityRef subject) =>
        subject.Is<Component>() ? StepsTo(new Id<Component>(subject.Id))
        : subject.Is<Flow>() ? _graph.Content.Find<Flow>(subject.Id) is { } flow ? StepsTo(flow.Ends.From) : null
        : subject.Is<Boundary>() ? Nearest(c => _graph.Containment.Of(c, new(subject.Id)) is not Lies.Outside)
        : subject.Is<Asset>() ? Nearest(c => c.Stores.Contains(new(subject.Id)))
        : subject == EntityRef.WholeModel ? 0
        : null;

    private int? Nearest(Func<Component, bool> isMember) =>
        _graph.Components.Where(isMember).Select(c => StepsTo(c.Id)).Where(steps => steps is not null).Min();

    private void Walk(Queue<Id<Component>> next)
    {
        foreach (var start in next) _steps[start] = 0;
        while (next.TryDequeue(out var here))
        {
            foreach (var flow in _graph.FlowsFrom(here))
            {
                if (_steps.TryAdd(flow.Ends.To, _steps[here] + 1)) next.Enqueue(flow.Ends.To);
            }
        }
    }
}
