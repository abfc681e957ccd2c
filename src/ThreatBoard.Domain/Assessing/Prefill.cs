using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Assessing;

/// <summary>With what the assessment of a threat starts: from its rule, else from the threat that was assessed last.</summary>
public sealed record Prefill(string Justification, Id<Actor>? Actor)
{
    /// <param name="last">The threat that the person assessed before this one; null for the first.</param>
    public static Prefill Of(ModelContent content, Threat threat, Threat? last) => new(
        threat.Verdict.Because is { Length: > 0 } because ? because : last?.Assessment?.Justification ?? "",
        Living(content, threat.Actor) ?? Living(content, last?.Actor) ?? content.All<Actor>().OrderBy(actor => actor.Id).FirstOrDefault()?.Id);

    private static Id<Actor>? Living(ModelContent content, Id<Actor>? actor) => content.Find(actor)?.Id;
}
