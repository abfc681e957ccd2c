using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Sources;

/// <summary>Offers removed and added boundaries and components that may be one thing renamed: the same kind and place, and a likeness of names or technology.</summary>
internal static class Lookalikes
{
    private const double Threshold = 0.5;

    public static ImmutableArray<Lookalike> Among(IReadOnlyCollection<ProposalItem> items)
    {
        var pairs =
            from gone in items
            where gone.Change.Kind is ChangeKind.Removed
            from added in items
            where added.Change.Kind is ChangeKind.Added && added.Change.Shape == gone.Change.Shape
            let score = Score(gone.Change, added.Change)
            where score >= Threshold
            select new Lookalike(gone.Name, added.Name, score);
        return BestPairs(pairs);
    }

    private static double Score(Change gone, Change added) => (gone, added) switch
    {
        (Change<Boundary> { Before: { } was }, Change<Boundary> { After: { } now }) when was.Kind == now.Kind && was.Tenancy == now.Tenancy => Likeness(was.Name, now.Name),
        (Change<Component> { Before: { } was }, Change<Component> { After: { } now }) when was.Kind == now.Kind =>
            (0.5 * Likeness(was.Name, now.Name)) + (was.Technology.Length > 0 && was.Technology == now.Technology ? 0.5 : 0),
        _ => 0,
    };

    /// <summary>Twice the letters they share at the start or the end, over the letters of both.</summary>
    private static double Likeness(string one, string other)
    {
        var shorter = Math.Min(one.Length, other.Length);
        var start = Enumerable.Range(0, shorter).TakeWhile(i => one[i] == other[i]).Count();
        var end = Enumerable.Range(1, shorter).TakeWhile(i => one[^i] == other[^i]).Count();
        return one.Length + other.Length == 0 ? 0 : 2.0 * Math.Min(shorter, Math.Max(start, end)) / (one.Length + other.Length);
    }

    private static ImmutableArray<Lookalike> BestPairs(IEnumerable<Lookalike> pairs)
    {
        var taken = new HashSet<string>();
        var best = ImmutableArray.CreateBuilder<Lookalike>();
        foreach (var pair in pairs.OrderByDescending(p => p.Score).ThenBy(p => p.Removed, StringComparer.Ordinal).ThenBy(p => p.Added, StringComparer.Ordinal))
        {
            if (taken.Contains(pair.Removed) || taken.Contains(pair.Added)) continue;
            taken.UnionWith([pair.Removed, pair.Added]);
            best.Add(pair);
        }

        return best.ToImmutable();
    }
}
