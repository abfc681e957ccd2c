using System.Collections.Concurrent;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Analysis;

/// <summary>The boundaries that whatever a threat may be about lies in: a boundary in itself too, a flow wherever either end is.</summary>
public sealed class Surroundings(ModelGraph graph)
{
    private readonly ConcurrentDictionary<EntityRef, IReadOnlyList<Boundary>> _known = [];

    /// <summary>The one of this graph's content, shared by all who look at it.</summary>
    public static Surroundings Of(ModelGraph graph) => graph.Content.Shared(known => new Surroundings(ModelGraph.Of(known)));

    /// <summary>By id; none for the model as a whole, and for what is gone.</summary>
    public IReadOnlyList<Boundary> Around(EntityRef element) => _known.GetOrAdd(element, Find);

    private IReadOnlyList<Boundary> Find(EntityRef element)
    {
        var content = graph.Content;
        IEnumerable<Id<Boundary>> around =
            element.Is<Component>() && content.Find<Component>(element.Id) is { } component ? graph.Containment.Around(component).Keys
            : element.Is<Boundary>() && content.Find<Boundary>(element.Id) is { } boundary ? graph.Containment.Around(boundary).Keys.Append(boundary.Id)
            : element.Is<Flow>() && content.Find<Flow>(element.Id) is { } flow ? Ends(flow)
            : [];
        return [.. around.Distinct().Order().Select(id => content.Find<Boundary>(id.Value)).OfType<Boundary>()];
    }

    private IEnumerable<Id<Boundary>> Ends(Flow flow) =>
        graph.Containment.Around(graph.From(flow)).Keys.Concat(graph.Containment.Around(graph.To(flow)).Keys);
}
