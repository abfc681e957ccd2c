using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Modeling;

/// <summary>Something that could go wrong with an element, found by a rule or written by a person.</summary>
public sealed record Threat : IEntity<Threat>
{
    public required Id<Threat> Id { get; init; }

    public string Title { get; init; } = "";

    public string Description { get; init; } = "";

    public Stride Category { get; init; }

    public ThreatSubject Subject { get; init; } = ThreatSubject.WholeModel;

    public Id<Actor>? Actor { get; init; }

    public ThreatSource CameFrom { get; init; }

    /// <summary>Which finding of a rule it stores; null for a threat that a person wrote.</summary>
    public FindingKey? Finding { get; init; }

    /// <summary>What the rule answered when it ran last.</summary>
    public Verdict Verdict { get; init; } = Verdict.None;

    public ValueList<Evidence> Evidence { get; init; } = [];

    /// <summary>The rule's rating; never taken for a person's.</summary>
    public Rating? Suggested { get; init; }

    public Assessment? Assessment { get; init; }

    public Treatment Treatment { get; init; } = Treatment.Undecided;

    /// <summary>A person's word against the priority that follows from risk and exposure; null where that one holds.</summary>
    public PriorityChoice? Priority { get; init; }

    /// <summary>The threat that this is a duplicate of and that carries the decisions; null where it stands for itself.</summary>
    public Id<Threat>? MergedInto { get; init; }

    public Owner Owner { get; init; } = Owner.Nobody;

    public DateOnly? Due { get; init; }

    public ValueSet<string> Tags { get; init; } = [];

    Guid IEntity.Key => Id.Value;

    public static Shape<Threat> Shape { get; } = ThreatShape.Make();

    /// <summary>A finding about which nobody has decided anything; it may go when its subject goes.</summary>
    public bool IsUntouched =>
        Finding is not null && Assessment is null && Treatment == Treatment.Undecided && Priority is null && MergedInto is null && Owner.IsNobody && Due is null && Tags.Count == 0;
}
