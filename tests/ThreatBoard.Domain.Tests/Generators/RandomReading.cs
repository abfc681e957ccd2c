using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Sources;

namespace ThreatBoard.Domain.Tests.Generators;

/// <summary>Readings of one repository: some of its few namespaces, pods, containers, flows and controls, with facts that vary.</summary>
internal sealed class RandomReading(Dice dice)
{
    private ModelContent _content = ModelContent.Empty;

    public DerivedContent Make()
    {
        foreach (var space in new[] { "front", "back", "data" }.Where(_ => dice.Chance(75))) Namespace(space);
        var containers = _content.All<Component>().OrderBy(c => c.Name, StringComparer.Ordinal).ToList();
        foreach (var from in containers)
        {
            foreach (var to in containers.Where(c => c != from && dice.Chance(25))) Flow(from, to);
        }

        return new(_content);
    }

    private void Namespace(string name)
    {
        var space = Put($"Namespace/{name}", id => new Boundary { Id = new(id), Name = name, Kind = BoundaryKind.Namespace }, (b, o) => b with { Origins = o });
        if (dice.Chance(60))
        {
            Put($"Namespace/{name}!policies", id => new Control
            {
                Id = new(id), Of = EntityRef.To(space), Name = ControlNames.NetworkPolicies, State = new(dice.Value<ControlPresence>(), "read"),
            }, (c, o) => c with { Origins = o });
        }

        foreach (var pod in new[] { "web", "api" }.Where(_ => dice.Chance(60))) Pod(space, pod);
    }

    private void Pod(Boundary space, string name)
    {
        var key = $"Deployment/{space.Name}/{name}";
        var pod = Put(key, id => new Boundary { Id = new(id), Name = name, Kind = BoundaryKind.Pod, Tenancy = space.Id }, (b, o) => b with { Origins = o });
        Put($"{key}#main", id => new Component
        {
            Id = new(id), Name = $"{space.Name}-{name}", IsContainer = true, Technology = dice.OneOf(["nginx:1", "nginx:2", "node:22"]), Tenancy = pod.Id,
        }, (c, o) => c with { Origins = o });
    }

    private void Flow(Component from, Component to) => Put(
        $"{from.Name}->{to.Name}",
        id => new Flow { Id = new(id), Ends = new(from.Id, to.Id), Port = dice.OneOf<int?>([null, 80, 443]), Monitored = dice.Value<Fact>() },
        (f, o) => f with { Origins = o });

    private T Put<T>(string key, Func<Guid, T> make, Func<T, ValueSet<Origin>, T> with)
        where T : class, IEntity<T>
    {
        var entity = with(make(DerivedId.Of(ShapeOf<T>.Name, key)), DerivedContent.OriginOf(key));
        _content = _content.With(entity);
        return entity;
    }
}
