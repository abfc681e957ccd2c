using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Catalogue;

/// <summary>What a rule says about one subject: found, or cannot tell; a subject that it does not name is not found.</summary>
/// <param name="Discriminator">Tells two findings of one rule about one subject apart; stable from run to run.</param>
/// <param name="Because">Why, in a few words that name what was seen.</param>
public sealed record Finding(RuleCard Card, EntityRef Subject, string Discriminator, Answer Answer, string Because, ValueList<Evidence> Evidence)
{
    /// <summary>Other entities that it is about, such as the far end.</summary>
    public ValueSet<Guid> Besides { get; init; } = [];

    /// <summary>What the rule suggests here: the card's figures, unless where it was found says otherwise.</summary>
    public Rating Suggested { get; init; } = Card.Suggested;

    /// <summary>Why the suggestion is not the card's; empty where it is.</summary>
    public string Adjusted { get; init; } = "";

    /// <summary>What a person reads beside the threat: what was seen, and why that weighs more or less here.</summary>
    public string Reason => Adjusted.Length == 0 ? Because : $"{Because} {Adjusted}";

    public FindingKey Key => new(Card.Code, Besides.With(Subject.Id), Discriminator);
}
