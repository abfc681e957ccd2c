using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Modeling;

/// <summary>How often a model is looked at again, and who sees to it; a model has at most one.</summary>
public sealed record ReviewPlan : IEntity<ReviewPlan>
{
    public const int MostMonths = 60;

    public required Id<ReviewPlan> Id { get; init; }

    /// <summary>1 to <see cref="MostMonths"/>.</summary>
    public int Months { get; init; } = 6;

    public Owner Owner { get; init; } = Owner.Nobody;

    /// <summary>The day from which the first interval counts; later ones count from the last iteration that was closed.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The day on which the review was found due; null while it is not.</summary>
    public DateOnly? DueSince { get; init; }

    Guid IEntity.Key => Id.Value;

    public static Shape<ReviewPlan> Shape { get; } = new Shape<ReviewPlan>("reviewPlan", id => new() { Id = new(id) }, ModelPart.Record)
        .Titled(_ => "review")
        .Field("months", p => p.Months, (p, v) => p with { Months = v }, Setter.Person, OfMonths)
        .Unique("months", _ => true, "The model has a review interval already: change that one.")
        .Field("owner", p => p.Owner, (p, v) => p with { Owner = v }, Setter.Person, Owner.Problem)
        .Field("from", p => p.From, (p, v) => p with { From = v }, Setter.Person)
        .Field("dueSince", p => p.DueSince, (p, v) => p with { DueSince = v }, Setter.Step);

    private static string? OfMonths(int months) => months is >= 1 and <= MostMonths ? null : $"A review comes round every 1 to {MostMonths} months.";
}
