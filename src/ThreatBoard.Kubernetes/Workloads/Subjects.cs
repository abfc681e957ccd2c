using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Derivation;

namespace ThreatBoard.Kubernetes.Workloads;

/// <summary>Joins a model to what was read: finds the entities that sources of one cluster derived, by their origin keys.</summary>
public sealed class Subjects
{
    private readonly Dictionary<string, Boundary> _boundaries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Component> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<Id<Component>, string> _keys = [];
    private readonly Dictionary<string, Flow> _exposures = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> _opened = [];
    private readonly string _cluster;

    /// <param name="content">The model.</param>
    /// <param name="sources">The sources whose derived entities count.</param>
    /// <param name="cluster">The name that they give their cluster.</param>
    public Subjects(ModelContent content, IReadOnlySet<Id<Source>> sources, string cluster)
    {
        _cluster = cluster;
        foreach (var (key, boundary) in Derived(content.All<Boundary>(), sources)) _boundaries.TryAdd(key, boundary);
        foreach (var (key, component) in Derived(content.All<Component>(), sources))
        {
            _components.TryAdd(key, component);
            _keys.TryAdd(component.Id, key);
        }
        foreach (var (key, flow) in Derived(content.All<Flow>(), sources).OrderBy(f => f.Key, StringComparer.Ordinal))
            if (DerivedKey.ViaOf(key) is { } via)
            {
                _exposures.TryAdd(via, flow);
                _opened.Add(flow.Id.Value);
            }
        var pods = _boundaries.ToLookup(boundary => boundary.Value.Id, boundary => boundary.Key);
        foreach (var drawn in content.All<Component>().Where(component => component.Tenancy is not null && !_keys.ContainsKey(component.Id)))
            if (pods[drawn.Tenancy!.Value].FirstOrDefault() is { } around) _keys.Add(drawn.Id, around);
        Flows = [.. content.All<Flow>().OrderBy(flow => flow.Id)];
    }

    public static Subjects None { get; } = new(ModelContent.Empty, new HashSet<Id<Source>>(), "");

    /// <summary>All flows of the model, whoever drew them.</summary>
    public ImmutableArray<Flow> Flows { get; }

    public Boundary? Cluster => _boundaries.GetValueOrDefault(DerivedKey.Cluster(_cluster));

    public Boundary? Namespace(string name) => _boundaries.GetValueOrDefault(DerivedKey.Namespace(name));

    public Boundary? Pod(Workload workload) => _boundaries.GetValueOrDefault(DerivedKey.Of(workload.Key));

    public Component? Container(Container container) => _components.GetValueOrDefault(DerivedKey.Of(container.Key));

    /// <summary>The key under which the component was read, or the boundary around one that somebody drew; null where it is outside the cluster.</summary>
    public string? KeyOf(Id<Component> component) => _keys.GetValueOrDefault(component);

    /// <summary>The first flow from outside that an Ingress or a Service opens.</summary>
    public Flow? Exposure(string via) => _exposures.GetValueOrDefault(via);

    /// <summary>Whether the flow is one that an Ingress or a Service opens.</summary>
    public bool IsExposure(EntityRef flow) => flow.Is<Flow>() && _opened.Contains(flow.Id);

    /// <summary>The boundary or component that was derived under a key; null: none was.</summary>
    public EntityRef? Derived(string key) =>
        _boundaries.GetValueOrDefault(DerivedKey.Of(key)) is { } boundary ? EntityRef.To(boundary)
        : _components.GetValueOrDefault(DerivedKey.Of(key)) is { } component ? EntityRef.To(component)
        : null;

    private static IEnumerable<KeyValuePair<string, T>> Derived<T>(IEnumerable<T> entities, IReadOnlySet<Id<Source>> sources)
        where T : IDerivedEntity =>
        from entity in entities
        from origin in entity.Origins
        where sources.Contains(origin.Source)
        select KeyValuePair.Create(origin.Key, entity);
}
