using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Acceptances;

/// <summary>The acceptances of a threat, and which expire next.</summary>
public static class AcceptanceChain
{
    /// <summary>How many days before its last day an acceptance is warned about.</summary>
    public const int WarningDays = 14;

    /// <summary>An acceptance and all that it goes on from, the newest first.</summary>
    public static ImmutableArray<Acceptance> Of(ModelContent content, Acceptance newest)
    {
        var chain = ImmutableArray.CreateBuilder<Acceptance>();
        for (Acceptance? next = newest; next is not null && !chain.Contains(next); next = content.Find(next.Renews)) chain.Add(next);
        return chain.ToImmutable();
    }

    /// <summary>Those that hold, by their last day.</summary>
    public static ImmutableArray<Acceptance> NextToExpire(ModelContent content, DateOnly today) =>
        [.. content.All<Acceptance>().Where(acceptance => acceptance.Holds(today)).OrderBy(acceptance => acceptance.Terms.Expires).ThenBy(acceptance => acceptance.Id)];

    public static bool IsWarned(Acceptance acceptance, DateOnly today) =>
        acceptance.Holds(today) && acceptance.Terms.Expires <= today.AddDays(WarningDays);
}
