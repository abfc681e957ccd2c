using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Modeling;

/// <summary>Who attacks.</summary>
public enum ActorKind
{
    ExternalAttacker,
    CompromisedContainer,
    MaliciousInsider,
    Other,
}

/// <summary>A threat actor: where it starts, and what it can do from there.</summary>
public sealed record Actor : IEntity<Actor>
{
    public required Id<Actor> Id { get; init; }

    public string Name { get; init; } = "";

    public ActorKind Kind { get; init; }

    public string Description { get; init; } = "";

    public ValueSet<string> Capabilities { get; init; } = [];

    /// <summary>The component it starts at, or null where it has no place yet.</summary>
    public Id<Component>? StartsAt { get; init; }

    Guid IEntity.Key => Id.Value;

    public static Shape<Actor> Shape { get; } = new Shape<Actor>("actor", id => new() { Id = new(id) })
        .Titled(a => a.Name)
        .Text("name", a => a.Name, (a, v) => a with { Name = v }, Limits.Name, required: true)
        .Field("kind", a => a.Kind, (a, v) => a with { Kind = v })
        .Text("description", a => a.Description, (a, v) => a with { Description = v }, Limits.Text)
        .Merging("capabilities", a => a.Capabilities, (a, v) => a with { Capabilities = v }, check: Limits.OfTags)
        .Field("startsAt", a => a.StartsAt, (a, v) => a with { StartsAt = v })
        .MayName("startsAt", a => a.StartsAt, (a, v) => a with { StartsAt = v });
}
