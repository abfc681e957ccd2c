using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Sources;

namespace ThreatBoard.Kubernetes.Derivation;

/// <summary>The entities of one derivation while it goes on, by their keys; adding a key twice keeps the first.</summary>
internal sealed class Draft
{
    private readonly Dictionary<string, Boundary> _boundaries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Component> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Flow> _flows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Control> _controls = new(StringComparer.Ordinal);

    public Id<Boundary> Add(string key, BoundaryKind kind, string name, Id<Boundary>? tenancy, ValueSet<string>? tags = null, ValueSet<Id<Boundary>>? nodes = null, Id<Boundary>? zone = null)
    {
        var id = new Id<Boundary>(DerivedId.Of("boundary", key));
        _boundaries.TryAdd(key, new()
        {
            Id = id,
            Name = Cut(name),
            Kind = kind,
            Tenancy = tenancy,
            Zone = zone,
            Tags = tags ?? [],
            Nodes = nodes ?? [],
            Origins = DerivedContent.OriginOf(key),
        });
        return id;
    }

    public Id<Component> Add(string key, Component component)
    {
        var id = ComponentAt(key);
        _components.TryAdd(key, component with { Id = id, Name = Cut(component.Name), Technology = Cut(component.Technology), Origins = DerivedContent.OriginOf(key) });
        return id;
    }

    public void Add(string key, Flow flow) =>
        _flows.TryAdd(key, flow with { Id = new(DerivedId.Of("flow", key)), Origins = DerivedContent.OriginOf(key) });

    public void Add(string key, EntityRef of, StartingControl control, ControlState state) => _controls.TryAdd(key, new()
    {
        Id = new(DerivedId.Of("control", key)),
        Of = of,
        Name = control.Name,
        Demand = control.Demand,
        State = state,
        Origins = DerivedContent.OriginOf(key),
    });

    public void Describe(string boundary, string description) => _boundaries[boundary] = _boundaries[boundary] with { Description = description };

    public static Id<Component> ComponentAt(string key) => new(DerivedId.Of("component", key));

    public DerivedContent ToDerived() =>
        new(ModelContent.Empty.With(_boundaries.Values.AsEnumerable()).With(_components.Values.AsEnumerable()).With(_flows.Values.AsEnumerable()).With(_controls.Values.AsEnumerable()));

    private static string Cut(string name) => name.Length > Limits.Name ? name[..Limits.Name] : name;
}
