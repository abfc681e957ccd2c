using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Modeling;

/// <summary>One turn of identify, assess and mitigate over the whole model, opened for a reason and closed by publishing a revision.</summary>
public sealed record Iteration : IEntity<Iteration>
{
    public required Id<Iteration> Id { get; init; }

    /// <summary>1 for the first of a model, without gaps.</summary>
    public int Number { get; init; }

    public IterationReason Reason { get; init; } = IterationReason.FirstLook;

    public Signature Opened { get; init; } = Signature.Nobody;

    public IterationPhase Phase { get; init; }

    /// <summary>The phases closed so far, in order.</summary>
    public ValueList<PhaseClosing> Closings { get; init; } = [];

    /// <summary>The names of those who took part; guests of a workshop have no account.</summary>
    public ValueSet<string> Participants { get; init; } = [];

    /// <summary>The last run of the rules in this iteration.</summary>
    public RulesRun? RulesRun { get; init; }

    /// <summary>The number of the revision that its closing published.</summary>
    public int? Revision { get; init; }

    Guid IEntity.Key => Id.Value;

    public static Shape<Iteration> Shape { get; } = new Shape<Iteration>("iteration", id => new() { Id = new(id) }, ModelPart.Record)
        .Titled(i => $"iteration {i.Number}")
        .MadeBy(Setter.Step)
        .Field("number", i => i.Number, (i, v) => i with { Number = v }, Setter.Step)
        .Unique("number", i => i.Number, "There is an iteration of this number already.")
        .Field("reason", i => i.Reason, (i, v) => i with { Reason = v }, Setter.Step, IterationReason.Problem)
        .Field("opened", i => i.Opened, (i, v) => i with { Opened = v }, Setter.Step)
        .Field("phase", i => i.Phase, (i, v) => i with { Phase = v }, Setter.Step)
        .Unique("phase", i => i.IsOpen ? true : null, "An iteration is open already: close it first.")
        .Field("closings", i => i.Closings, (i, v) => i with { Closings = v }, Setter.Step)
        .Merging("participants", i => i.Participants, (i, v) => i with { Participants = v }, Setter.Person | Setter.Step, Limits.OfParticipants)
        .Field("rulesRun", i => i.RulesRun, (i, v) => i with { RulesRun = v }, Setter.Rule | Setter.Step)
        .Field("revision", i => i.Revision, (i, v) => i with { Revision = v }, Setter.Step);

    public bool IsOpen => Phase is not IterationPhase.Closed;

    /// <summary>The one that is open, or null.</summary>
    public static Iteration? Current(ModelContent content) => content.All<Iteration>().SingleOrDefault(iteration => iteration.IsOpen);
}
