using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests;

/// <summary>Draws a small model for one test; ids count up from 1, so that the order is that of drawing.</summary>
internal sealed class Sketch
{
    private int _last;

    public ModelContent Content { get; private set; } = ModelContent.Empty;

    public ModelGraph Graph => new(Content);

    public Guid NextId() => new(++_last, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public T Put<T>(T entity)
        where T : class, IEntity<T>
    {
        Content = Content.With(entity);
        return entity;
    }

    public Boundary Boundary(string name, BoundaryKind kind = BoundaryKind.Namespace, Boundary? tenancy = null, Boundary? zone = null, params Boundary[] nodes) =>
        Put(new Boundary { Id = new(NextId()), Name = name, Kind = kind, Tenancy = tenancy?.Id, Zone = zone?.Id, Nodes = [.. nodes.Select(n => n.Id)] });

    public Component Component(
        string name, Boundary? tenancy = null, ComponentKind kind = ComponentKind.Process, Boundary? zone = null, Asset? stores = null, params Boundary[] nodes) =>
        Put(new Component
        {
            Id = new(NextId()),
            Name = name,
            Kind = kind,
            Tenancy = tenancy?.Id,
            Zone = zone?.Id,
            Nodes = [.. nodes.Select(n => n.Id)],
            Stores = stores is null ? [] : [stores.Id],
        });

    public Component Store(string name, Boundary? tenancy = null, Asset? stores = null) => Component(name, tenancy, ComponentKind.DataStore, stores: stores);

    public Component Outsider(string name, Boundary? zone = null) => Component(name, kind: ComponentKind.ExternalEntity, zone: zone);

    public Flow Flow(Component from, Component to, Transport? transport = null, Asset? carries = null, Fact monitored = Fact.Unknown, AccountPrivilege privilege = default) =>
        Put(new Flow
        {
            Id = new(NextId()),
            Ends = new(from.Id, to.Id),
            Transport = transport ?? Transport.Unknown,
            Carries = carries is null ? [] : [carries.Id],
            Monitored = monitored,
            Privilege = privilege,
        });

    public Asset Asset(string name, Classification classification = Classification.Confidential) =>
        Put(new Asset { Id = new(NextId()), Name = name, Classification = classification });

    public Threat Threat(ThreatSubject? subject = null) =>
        Put(new Threat { Id = new(NextId()), Title = "Threat", CameFrom = ThreatSource.Workshop, Subject = subject ?? ThreatSubject.WholeModel });

    public Mitigation Mitigation(Threat against, MitigationStatus status = MitigationStatus.Planned)
    {
        var mitigation = Put(new Mitigation { Id = new(NextId()), Title = "Mitigation", Status = status });
        Put(new MitigationLink { Id = new(NextId()), Mitigation = mitigation.Id, Threat = against.Id });
        return mitigation;
    }
}
