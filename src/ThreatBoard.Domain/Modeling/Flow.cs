using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Modeling;

/// <summary>The two components that a flow joins, from the one that calls to the one that answers.</summary>
public sealed record FlowEnds(Id<Component> From, Id<Component> To);

/// <summary>Data that moves from one component to another.</summary>
public sealed record Flow : IEntity<Flow>, IDerivedEntity
{
    private static readonly FlowEnds s_nowhere = new(default, default);

    public required Id<Flow> Id { get; init; }

    public FlowEnds Ends { get; init; } = s_nowhere;

    public string Name { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>Such as TCP, HTTP or gRPC; empty where nobody said.</summary>
    public string Protocol { get; init; } = "";

    /// <summary>1 to 65535 at the receiver, or null where nobody said.</summary>
    public int? Port { get; init; }

    public Transport Transport { get; init; } = Transport.Unknown;

    public AccountPrivilege Privilege { get; init; }

    public Fact Monitored { get; init; }

    public ValueSet<Id<Asset>> Carries { get; init; } = [];

    public ValueSet<string> Tags { get; init; } = [];

    /// <summary>What in the manifests says that this flow exists; empty for one drawn by hand.</summary>
    public ValueList<Evidence> Evidence { get; init; } = [];

    public ValueSet<Origin> Origins { get; init; } = [];

    Guid IEntity.Key => Id.Value;

    public static Shape<Flow> Shape { get; } = new Shape<Flow>("flow", id => new() { Id = new(id) })
        .Titled(f => f.Label)
        .Field("ends", f => f.Ends, (f, v) => f with { Ends = v })
        .BelongsTo("ends", f => f.Ends.From, (f, v) => f with { Ends = f.Ends with { From = v } })
        .BelongsTo("ends", f => f.Ends.To, (f, v) => f with { Ends = f.Ends with { To = v } })
        .Text("name", f => f.Name, (f, v) => f with { Name = v }, Limits.Name)
        .Text("description", f => f.Description, (f, v) => f with { Description = v }, Limits.Text)
        .Text("protocol", f => f.Protocol, (f, v) => f with { Protocol = v }, Limits.Word)
        .Field("port", f => f.Port, (f, v) => f with { Port = v }, check: OfPort)
        .Field("transport", f => f.Transport, (f, v) => f with { Transport = v })
        .Field("privilege", f => f.Privilege, (f, v) => f with { Privilege = v })
        .Field("monitored", f => f.Monitored, (f, v) => f with { Monitored = v })
        .Merging("carries", f => f.Carries, (f, v) => f with { Carries = v }, check: Limits.OfMembers)
        .NamesSome("carries", f => f.Carries, (f, v) => f with { Carries = v })
        .Merging("tags", f => f.Tags, (f, v) => f with { Tags = v }, check: Limits.OfTags)
        .Field("evidence", f => f.Evidence, (f, v) => f with { Evidence = v }, Setter.Importer)
        .ComesFrom(f => f.Origins, (f, v) => f with { Origins = v });

    /// <summary>Its name, else its protocol and port.</summary>
    public string Label => (Name, Protocol, Port) switch
    {
        ({ Length: > 0 }, _, _) => Name,
        (_, "", null) => "flow",
        (_, "", { } port) => $":{port}",
        (_, _, { } port) => $"{Protocol} {port}",
        _ => Protocol,
    };

    public IDerivedEntity WithOrigins(ValueSet<Origin> origins) => this with { Origins = origins };

    private static string? OfPort(int? port) => port is < 1 or > 65_535 ? $"The port {port} does not exist: ports are 1 to 65535." : null;
}
