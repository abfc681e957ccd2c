using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Modeling;

/// <summary>What a component is in the data-flow diagram.</summary>
public enum ComponentKind
{
    Process,
    DataStore,
    ExternalEntity,
}

/// <summary>A part of the system that runs, stores data or stands outside; a container is a component inside its pod boundary.</summary>
public sealed record Component : IEntity<Component>, IDerivedEntity
{
    public required Id<Component> Id { get; init; }

    public string Name { get; init; } = "";

    public ComponentKind Kind { get; init; }

    public string Technology { get; init; } = "";

    public string Description { get; init; } = "";

    public ValueSet<string> Tags { get; init; } = [];

    /// <summary>The pod, namespace or cluster it lies in.</summary>
    public Id<Boundary>? Tenancy { get; init; }

    public Id<Boundary>? Zone { get; init; }

    /// <summary>The nodes its instances may run on, where they are not those of its pod.</summary>
    public ValueSet<Id<Boundary>> Nodes { get; init; } = [];

    /// <summary>The assets it keeps.</summary>
    public ValueSet<Id<Asset>> Stores { get; init; } = [];

    /// <summary>It is a container, whose own edge is the container boundary.</summary>
    public bool IsContainer { get; init; }

    public ValueSet<Origin> Origins { get; init; } = [];

    Guid IEntity.Key => Id.Value;

    public static Shape<Component> Shape { get; } = new Shape<Component>("component", id => new() { Id = new(id) })
        .Titled(c => c.Name)
        .Text("name", c => c.Name, (c, v) => c with { Name = v }, Limits.Name, required: true)
        .Field("kind", c => c.Kind, (c, v) => c with { Kind = v })
        .Text("technology", c => c.Technology, (c, v) => c with { Technology = v }, Limits.Name)
        .Text("description", c => c.Description, (c, v) => c with { Description = v }, Limits.Text)
        .Merging("tags", c => c.Tags, (c, v) => c with { Tags = v }, check: Limits.OfTags)
        .Field("tenancy", c => c.Tenancy, (c, v) => c with { Tenancy = v })
        .LiesIn("tenancy", c => c.Tenancy, (c, v) => c with { Tenancy = v }, b => b.Tenancy)
        .Field("zone", c => c.Zone, (c, v) => c with { Zone = v })
        .LiesIn("zone", c => c.Zone, (c, v) => c with { Zone = v }, b => b.Zone)
        .Merging("nodes", c => c.Nodes, (c, v) => c with { Nodes = v }, check: Limits.OfMembers)
        .NamesSome("nodes", c => c.Nodes, (c, v) => c with { Nodes = v })
        .Merging("stores", c => c.Stores, (c, v) => c with { Stores = v }, check: Limits.OfMembers)
        .NamesSome("stores", c => c.Stores, (c, v) => c with { Stores = v })
        .Field("isContainer", c => c.IsContainer, (c, v) => c with { IsContainer = v })
        .ComesFrom(c => c.Origins, (c, v) => c with { Origins = v });

    public IDerivedEntity WithOrigins(ValueSet<Origin> origins) => this with { Origins = origins };
}
