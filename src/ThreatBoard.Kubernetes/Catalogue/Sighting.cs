using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>What a rule saw of one thing, before it is tied to an entity of the model.</summary>
public sealed record Sighting(string Because, ValueList<Evidence> Evidence)
{
    private const int LongestReason = 500;

    public Answer Answer { get; init; } = Answer.Found;

    /// <summary>Tells sightings of one rule about one subject apart.</summary>
    public string Discriminator { get; init; } = "";

    internal Finding About(RuleCard card, EntityRef subject) =>
        card.Answering(Answer, subject, Because.Length > LongestReason ? Because[..LongestReason] : Because, Evidence) with { Discriminator = Discriminator.Length > Limits.Key ? Discriminator[..Limits.Key] : Discriminator };
}
