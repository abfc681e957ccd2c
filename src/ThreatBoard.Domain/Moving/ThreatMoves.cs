using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Moving;

/// <summary>Makes threats be about another element; what was judged of the old one is then outdated by itself.</summary>
public static class ThreatMoves
{
    public static Rearrangement Of(ModelContent content, IEnumerable<Threat> threats, EntityRef target)
    {
        var subject = target == EntityRef.WholeModel ? ThreatSubject.WholeModel : ThreatSubject.Of(target);
        var (changes, left) = (ImmutableArray.CreateBuilder<Change>(), ImmutableArray.CreateBuilder<LeftOut>());
        foreach (var threat in threats)
        {
            if (Against(content, threat, subject) is { } because) left.Add(new(threat, because));
            else changes.Add(Change.Of(threat, threat with { Subject = subject }));
        }

        return new(changes.ToImmutable(), left.ToImmutable());
    }

    private static string? Against(ModelContent content, Threat threat, ThreatSubject subject) =>
        threat.Subject == subject ? "It is about that already."
        : threat is { Finding: not null, Subject.IsGone: false } ? "A rule found it where it is, and would find it there again: copy it instead."
        : LeftOut.OfDecisions(content, threat);
}
