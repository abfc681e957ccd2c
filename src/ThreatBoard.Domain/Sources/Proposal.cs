using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Sources;

/// <summary>What a new reading of a source would change in a model as it is now; computed again whenever the model has moved.</summary>
/// <param name="Source">The source as it will be once the proposal is accepted: with the new snapshot.</param>
/// <param name="Items">In the order of kinds, then by key.</param>
/// <param name="NotTaken">Names of what the source brings but people removed or refused earlier; it stays out.</param>
/// <param name="Lookalikes">Pairs of a removed and an added item that may be the same thing renamed.</param>
public sealed record Proposal(
    Source Source, ImmutableArray<ProposalItem> Items, ImmutableArray<string> NotTaken, ImmutableArray<Lookalike> Lookalikes)
{
    /// <summary>The refused items, and with them those that need them.</summary>
    public ImmutableHashSet<string> Closure(IEnumerable<string> refused)
    {
        var all = refused.ToImmutableHashSet();
        while (true)
        {
            var more = Items.Where(item => !all.Contains(item.Name) && item.Needs.Any(all.Contains)).Select(item => item.Name).ToList();
            if (more.Count == 0) return all;
            all = all.Union(more);
        }
    }

    /// <summary>The changes of all items but the refused ones, with that of the source itself.</summary>
    public ImmutableArray<Change> Accept(ModelContent now, IEnumerable<string> refused)
    {
        var left = Closure(refused);
        var known = now.Find<Source>(Source.Id.Value);
        return [new Change<Source>(known, Source), .. Items.Where(item => !left.Contains(item.Name)).Select(item => item.Change)];
    }
}

/// <summary>A removed and an added item of one kind that look like one thing under a new name, with a score from 0 to 1.</summary>
public sealed record Lookalike(string Removed, string Added, double Score);
