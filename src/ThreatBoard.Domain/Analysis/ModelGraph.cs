using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Analysis;

/// <summary>A content with its lines followed: who flows to whom, what lies in what, what crosses what.</summary>
/// <remarks>Built once for a content and read by any thread; everything is looked up in constant time after the first question.</remarks>
public sealed class ModelGraph
{
    private readonly ILookup<Id<Component>, Flow> _from;
    private readonly ILookup<Id<Component>, Flow> _to;
    private readonly ILookup<EntityRef, Control> _controls;
    private readonly Dictionary<Id<Flow>, Crossing> _crossings = [];

    public ModelGraph(ModelContent content)
    {
        Content = content;
        Containment = new(content);
        Components = InOrder<Component>();
        Boundaries = InOrder<Boundary>();
        Flows = InOrder<Flow>();
        _from = Flows.ToLookup(flow => flow.Ends.From);
        _to = Flows.ToLookup(flow => flow.Ends.To);
        _controls = content.All<Control>().ToLookup(control => control.Of);
    }

    /// <summary>The one graph of this content, shared by all who look at it.</summary>
    public static ModelGraph Of(ModelContent content) => content.Shared(static known => new ModelGraph(known));

    public ModelContent Content { get; }

    public Containment Containment { get; }

    public IReadOnlyList<Component> Components { get; }

    public IReadOnlyList<Boundary> Boundaries { get; }

    public IReadOnlyList<Flow> Flows { get; }

    public IEnumerable<Flow> FlowsFrom(Id<Component> component) => _from[component];

    public IEnumerable<Flow> FlowsTo(Id<Component> component) => _to[component];

    public IEnumerable<Control> ControlsOf(EntityRef element) => _controls[element];

    public Component From(Flow flow) => Content.Find<Component>(flow.Ends.From.Value)!;

    public Component To(Flow flow) => Content.Find<Component>(flow.Ends.To.Value)!;

    public Crossing Crossings(Flow flow)
    {
        lock (_crossings)
        {
            if (!_crossings.TryGetValue(flow.Id, out var crossing)) _crossings[flow.Id] = crossing = Cross(flow);
            return crossing;
        }
    }

    private Crossing Cross(Flow flow)
    {
        var (from, to) = (Containment.Around(From(flow)), Containment.Around(To(flow)));
        var crossed = from.Keys.Union(to.Keys)
            .Where(boundary => !IsOnOneSide(from.GetValueOrDefault(boundary), to.GetValueOrDefault(boundary)))
            .Select(boundary => Content.Find<Boundary>(boundary.Value)!)
            .OrderBy(boundary => Containment.Around(boundary).Count)
            .ThenBy(boundary => boundary.Id);
        return new([.. crossed]);
    }

    private static bool IsOnOneSide(Lies from, Lies to) => from == to && from is not Lies.Partly;

    private List<T> InOrder<T>()
        where T : class, IEntity<T> => [.. Content.All<T>().OrderBy(entity => entity.Key)];
}
