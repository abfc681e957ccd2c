using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>What a rule saw of one thing, before it is tied to an entity of the model.</summary>
public sealed record Sighting(string Because, ValueList<Evidence> Evidence)
{
    private const int LongestReason = 500;

    public Answer Answer { get; init; } = Answer.Found;

    /// <summary>Where what was seen is graver or less grave than the rule usually means.</summary>
    public Rating? Suggested { get; init; }

    /// <summary>Tells sightings of one rule about one subject apart.</summary>
    public string Discriminator { get; init; } = "";

    internal Finding About(RuleCard card, EntityRef subject) =>
        card.Answering(Answer, subject, Because.Length > LongestReason ? Because[..LongestReason] : Because, Evidence) with { Suggested = Suggested ?? card.Suggested, Discriminator = Discriminator.Length > Limits.Key ? Discriminator[..Limits.Key] : Discriminator };
}
