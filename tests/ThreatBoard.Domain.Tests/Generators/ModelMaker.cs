using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Generators;

/// <summary>Makes a valid model with entities of every kind, about <paramref name="size"/> of the larger kinds.</summary>
internal sealed class ModelMaker(Dice dice, int size)
{
    private readonly ThreatMaker _threats = new(dice);
    private ModelContent _content = ModelContent.Empty;

    public ModelContent Make()
    {
        var sources = Many(1, () => new Source { Id = new(dice.Id()), Name = dice.Word(), Cluster = dice.Word(), Environment = dice.Text(), Snapshot = dice.Text() });
        var assets = Many(size / 3, () => new Asset { Id = new(dice.Id()), Name = dice.Word(), Description = dice.Text(), Classification = dice.Value<Classification>(), Tags = Tags() });
        var boundaries = Boundaries(sources);
        var components = Many(size, () => Component(boundaries, assets, sources));
        if (components.Count > 1) Many(size, () => Flow(components, assets, sources));
        Controls(sources);
        var actors = Many(1, () => new Actor
        {
            Id = new(dice.Id()), Name = dice.Word(), Kind = dice.Value<ActorKind>(), Description = dice.Text(), Capabilities = Tags(), StartsAt = dice.Maybe(components)?.Id,
        });
        _content = _threats.Onto(_content, actors, size);
        Layout(components);
        return new RecordMaker(dice).Onto(_content);
    }

    private List<Boundary> Boundaries(List<Source> sources)
    {
        var clusters = Many(1, () => Boundary(BoundaryKind.Cluster, null, [], sources));
        var nodes = Many(2, () => Boundary(BoundaryKind.Node, dice.Maybe(clusters), [], sources));
        var zones = new List<Boundary>();
        for (var i = dice.UpTo(2); i > 0; i--)
            zones.Add(Put(Boundary(dice.OneOf([BoundaryKind.Network, BoundaryKind.Machine, BoundaryKind.Custom]), null, [], sources) with { Zone = dice.Maybe(zones)?.Id }));
        var namespaces = Many(size / 3, () => Boundary(BoundaryKind.Namespace, dice.Maybe(clusters), nodes, sources) with { Zone = dice.Maybe(zones)?.Id });
        var pods = Many(size / 2, () => Boundary(BoundaryKind.Pod, dice.Maybe(namespaces), nodes, sources));
        return [.. clusters, .. nodes, .. zones, .. namespaces, .. pods];
    }

    private Boundary Boundary(BoundaryKind kind, Boundary? tenancy, List<Boundary> nodes, List<Source> sources) => new()
    {
        Id = new(dice.Id()),
        Name = dice.Word(),
        Kind = kind,
        Description = dice.Text(),
        Tags = Tags(),
        Tenancy = tenancy?.Id,
        Nodes = [.. dice.Some(nodes, 3).Select(n => n.Id)],
        Origins = Origins(sources),
    };

    private Component Component(List<Boundary> boundaries, List<Asset> assets, List<Source> sources) => new()
    {
        Id = new(dice.Id()),
        Name = dice.Word(),
        Kind = dice.Value<ComponentKind>(),
        Technology = dice.Text(),
        Description = dice.Text(),
        Tags = Tags(),
        Tenancy = dice.Maybe(boundaries.FindAll(b => b.Kind.Axis() is BoundaryAxis.Tenancy))?.Id,
        Zone = dice.Maybe(boundaries.FindAll(b => b.Kind.Axis() is BoundaryAxis.Zone))?.Id,
        Nodes = [.. dice.Some(boundaries.FindAll(b => b.Kind is BoundaryKind.Node), 2).Select(n => n.Id)],
        Stores = [.. dice.Some(assets, 2).Select(a => a.Id)],
        IsContainer = dice.Chance(50),
        Origins = Origins(sources),
    };

    private Flow Flow(List<Component> components, List<Asset> assets, List<Source> sources)
    {
        var ends = dice.Shuffled(components);
        return new()
        {
            Id = new(dice.Id()),
            Ends = new(ends[0].Id, ends[1].Id),
            Name = dice.Text(),
            Description = dice.Text(),
            Protocol = dice.Text(),
            Port = dice.Chance(50) ? null : 1 + dice.UpTo(65_534),
            Transport = new() { Encryption = dice.Value<Encryption>(), TlsEnds = dice.Value<TlsEnd>(), Certificate = dice.Value<CertificateCheck>(), Authentication = dice.Value<Authentication>() },
            Privilege = dice.Value<AccountPrivilege>(),
            Monitored = dice.Value<Fact>(),
            Carries = [.. dice.Some(assets, 2).Select(a => a.Id)],
            Tags = Tags(),
            Evidence = dice.Chance(50) ? [] : [new(dice.Word(), dice.Word(), dice.Text())],
            Origins = Origins(sources),
        };
    }

    private void Controls(List<Source> sources)
    {
        var owners = _content.All<Boundary>().Select(EntityRef.To).Concat(_content.All<Flow>().Select(EntityRef.To)).Concat(_content.All<Component>().Select(EntityRef.To)).ToList();
        if (owners.Count == 0) return;
        Many(size / 2, () => new Control
        {
            Id = new(dice.Id()), Of = dice.OneOf(owners), Name = dice.Word(), Demand = dice.Value<ControlDemand>(), State = new(dice.Value<ControlPresence>(), dice.Text()), Origins = Origins(sources),
        });
    }

    private void Layout(List<Component> components)
    {
        var diagram = Put(new Diagram { Id = new(dice.Id()), Name = dice.Word(), Grouping = dice.Value<Grouping>() });
        foreach (var component in dice.Some(components, size))
            Put(new Placement { Id = new(dice.Id()), Diagram = diagram.Id, Element = EntityRef.To(component), At = new(dice.UpTo(2_000) / 3.0, -dice.UpTo(9)), Collapsed = dice.Chance(50) });
    }

    private ValueSet<Origin> Origins(List<Source> sources) => [.. dice.Some(sources, 1).Select(source => new Origin(source.Id, dice.Word()))];

    private ValueSet<string> Tags() => [.. Enumerable.Range(0, dice.UpTo(3)).Select(_ => dice.Tag())];

    private List<T> Many<T>(int most, Func<T> make)
        where T : class, IEntity<T> => [.. Enumerable.Range(0, Math.Max(1, dice.UpTo(most))).Select(_ => Put(make()))];

    private T Put<T>(T entity)
        where T : class, IEntity<T>
    {
        _content = _content.With(entity);
        return entity;
    }
}
