using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Modeling;

/// <summary>Where an approval stands; follows from its decision.</summary>
public enum ApprovalState
{
    Asked,
    Given,
    Refused,
}

/// <summary>A reviewer's answer.</summary>
/// <param name="IsAlone">An author approved, being the only person of the workspace; it stays visible.</param>
public sealed record ApprovalDecision(bool IsGiven, Guid Person, string Name, DateTimeOffset At, string Word, bool IsAlone);

/// <summary>That a content may be published, asked of a reviewer and answered by one who wrote none of it. Only steps write it.</summary>
public sealed record Approval : IEntity<Approval>
{
    public required Id<Approval> Id { get; init; }

    /// <summary>The iteration that it lets close; null for a revision in between.</summary>
    public Id<Iteration>? Iteration { get; init; }

    public Signature Asked { get; init; } = Signature.Nobody;

    /// <summary>The content's hash in lower-case hexadecimal digits: whatever changes after it needs another approval.</summary>
    public string Digest { get; init; } = "";

    public ApprovalDecision? Decision { get; init; }

    Guid IEntity.Key => Id.Value;

    public static Shape<Approval> Shape { get; } = new Shape<Approval>("approval", id => new() { Id = new(id) }, ModelPart.Record)
        .Titled(_ => "approval")
        .MadeBy(Setter.Step)
        .Field("iteration", a => a.Iteration, (a, v) => a with { Iteration = v }, Setter.Step)
        .MayName("iteration", a => a.Iteration, (a, v) => a with { Iteration = v })
        .Field("asked", a => a.Asked, (a, v) => a with { Asked = v }, Setter.Step)
        .Text("digest", a => a.Digest, (a, v) => a with { Digest = v }, Limits.Key, setBy: Setter.Step)
        .Field("decision", a => a.Decision, (a, v) => a with { Decision = v }, Setter.Step);

    public ApprovalState State => Decision switch
    {
        null => ApprovalState.Asked,
        { IsGiven: true } => ApprovalState.Given,
        _ => ApprovalState.Refused,
    };
}
