using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Modeling;

/// <summary>A named origin of derived entities: a repository or service, read for one cluster in one environment.</summary>
public sealed record Source : IEntity<Source>
{
    public required Id<Source> Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>The cluster's name; sources of the same cluster share its boundary and its namespaces.</summary>
    public string Cluster { get; init; } = "";

    public string Environment { get; init; } = "";

    /// <summary>SHA-256 of the snapshot that was accepted last, 64 hexadecimal digits, or empty before the first.</summary>
    public string Snapshot { get; init; } = "";

    Guid IEntity.Key => Id.Value;

    public static Shape<Source> Shape { get; } = new Shape<Source>("source", id => new() { Id = new(id) })
        .Titled(s => s.Name)
        .Text("name", s => s.Name, (s, v) => s with { Name = v }, Limits.Name, required: true)
        .Text("cluster", s => s.Cluster, (s, v) => s with { Cluster = v }, Limits.Name, required: true)
        .Text("environment", s => s.Environment, (s, v) => s with { Environment = v }, Limits.Word)
        .Text("snapshot", s => s.Snapshot, (s, v) => s with { Snapshot = v }, 64, setBy: Setter.Importer);
}
