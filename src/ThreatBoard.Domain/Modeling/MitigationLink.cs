using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Modeling;

/// <summary>That a mitigation works against a threat, and how much it takes off the risk once it is implemented.</summary>
public sealed record MitigationLink : IEntity<MitigationLink>
{
    public required Id<MitigationLink> Id { get; init; }

    public Id<Mitigation> Mitigation { get; init; }

    public Id<Threat> Threat { get; init; }

    public Effect Effect { get; init; } = Effect.Usual;

    Guid IEntity.Key => Id.Value;

    public static Shape<MitigationLink> Shape { get; } = new Shape<MitigationLink>("mitigationLink", id => new() { Id = new(id) })
        .Titled(_ => "mitigation link")
        .Field("mitigation", l => l.Mitigation, (l, v) => l with { Mitigation = v }, Setter.Person)
        .BelongsTo("mitigation", l => l.Mitigation, (l, v) => l with { Mitigation = v })
        .Field("threat", l => l.Threat, (l, v) => l with { Threat = v }, Setter.Person)
        .BelongsTo("threat", l => l.Threat, (l, v) => l with { Threat = v })
        .Unique("threat", l => (l.Mitigation, l.Threat), "The mitigation is already linked to this threat: change its effect instead.")
        .Field("effect", l => l.Effect, (l, v) => l with { Effect = v }, Setter.Person, Effect.Problem);
}
