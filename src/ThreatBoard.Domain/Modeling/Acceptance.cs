using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Modeling;

/// <summary>Where an acceptance stands; follows from its decision and its ending.</summary>
public enum AcceptanceState
{
    Requested,
    Approved,
    Refused,
    Ended,
}

/// <summary>What somebody with the right answered to the request.</summary>
/// <param name="IsAlone">The requester decided, being the only person of the workspace; it stays visible.</param>
public sealed record AcceptanceDecision(bool IsApproved, Guid Person, string Name, DateTimeOffset At, string Word, bool IsAlone);

/// <summary>The risk of a threat carried knowingly until a day: asked for by one person, decided by another. Only steps write it.</summary>
public sealed record Acceptance : IEntity<Acceptance>
{
    public required Id<Acceptance> Id { get; init; }

    public Id<Threat> Threat { get; init; }

    public AcceptanceTerms Terms { get; init; } = AcceptanceTerms.None;

    public Signature Requested { get; init; } = Signature.Nobody;

    public AcceptanceDecision? Decision { get; init; }

    public AcceptanceEnding? Ending { get; init; }

    /// <summary>The acceptance that it goes on from, so that the chain can be followed back.</summary>
    public Id<Acceptance>? Renews { get; init; }

    Guid IEntity.Key => Id.Value;

    public static Shape<Acceptance> Shape { get; } = new Shape<Acceptance>("acceptance", id => new() { Id = new(id) }, ModelPart.Record)
        .Titled(_ => "acceptance")
        .MadeBy(Setter.Step)
        .Field("threat", a => a.Threat, (a, v) => a with { Threat = v }, Setter.Step)
        .BelongsTo("threat", a => a.Threat, (a, v) => a with { Threat = v })
        .Field("terms", a => a.Terms, (a, v) => a with { Terms = v }, Setter.Step, AcceptanceTerms.Problem)
        .Field("requested", a => a.Requested, (a, v) => a with { Requested = v }, Setter.Step)
        .Field("decision", a => a.Decision, (a, v) => a with { Decision = v }, Setter.Step)
        .Field("ending", a => a.Ending, (a, v) => a with { Ending = v }, Setter.Step)
        .Field("renews", a => a.Renews, (a, v) => a with { Renews = v }, Setter.Step)
        .MayName("renews", a => a.Renews, (a, v) => a with { Renews = v })
        .Unique("threat", a => a.IsOpen ? (a.Threat, a.Renews is not null && a.Decision is null) : null, "This threat has an acceptance that is asked for or holds already: decide or withdraw that one first.");

    public AcceptanceState State => this switch
    {
        { Ending: not null } => AcceptanceState.Ended,
        { Decision: null } => AcceptanceState.Requested,
        { Decision.IsApproved: true } => AcceptanceState.Approved,
        _ => AcceptanceState.Refused,
    };

    /// <summary>Asked for or holding.</summary>
    public bool IsOpen => State is AcceptanceState.Requested or AcceptanceState.Approved;

    /// <summary>Approved, not ended, and its last day has not passed: an overdue one holds no longer, even before a job says so.</summary>
    public bool Holds(DateOnly today) => State is AcceptanceState.Approved && !IsOverdue(today);

    public bool IsOverdue(DateOnly today) => IsOpen && Terms.Expires < today;
}
