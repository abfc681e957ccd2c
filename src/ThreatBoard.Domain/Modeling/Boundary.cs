using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Modeling;

/// <summary>A line at which the level of trust changes; whatever crosses it needs a control.</summary>
public sealed record Boundary : IEntity<Boundary>, IDerivedEntity
{
    public required Id<Boundary> Id { get; init; }

    public string Name { get; init; } = "";

    public BoundaryKind Kind { get; init; }

    public string Description { get; init; } = "";

    public ValueSet<string> Tags { get; init; } = [];

    /// <summary>The boundary around it on the axis of tenancy: a pod's namespace, a namespace's or a node's cluster.</summary>
    public Id<Boundary>? Tenancy { get; init; }

    public Id<Boundary>? Zone { get; init; }

    /// <summary>The nodes that a workload's pods may occupy.</summary>
    public ValueSet<Id<Boundary>> Nodes { get; init; } = [];

    public ValueSet<Origin> Origins { get; init; } = [];

    Guid IEntity.Key => Id.Value;

    public static Shape<Boundary> Shape { get; } = new Shape<Boundary>("boundary", id => new() { Id = new(id) })
        .Titled(b => b.Name)
        .Text("name", b => b.Name, (b, v) => b with { Name = v }, Limits.Name, required: true)
        .Field("kind", b => b.Kind, (b, v) => b with { Kind = v })
        .Text("description", b => b.Description, (b, v) => b with { Description = v }, Limits.Text)
        .Merging("tags", b => b.Tags, (b, v) => b with { Tags = v }, check: Limits.OfTags)
        .Field("tenancy", b => b.Tenancy, (b, v) => b with { Tenancy = v })
        .LiesIn("tenancy", b => b.Tenancy, (b, v) => b with { Tenancy = v }, parent => parent.Tenancy)
        .Field("zone", b => b.Zone, (b, v) => b with { Zone = v })
        .LiesIn("zone", b => b.Zone, (b, v) => b with { Zone = v }, parent => parent.Zone)
        .Merging("nodes", b => b.Nodes, (b, v) => b with { Nodes = v }, check: Limits.OfMembers)
        .NamesSome("nodes", b => b.Nodes, (b, v) => b with { Nodes = v })
        .ComesFrom(b => b.Origins, (b, v) => b with { Origins = v });

    public IDerivedEntity WithOrigins(ValueSet<Origin> origins) => this with { Origins = origins };
}
