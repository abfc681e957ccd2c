using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Sources;

/// <summary>Compares what a source derived last time with what it derives now, and joins the difference with what people did meanwhile.</summary>
/// <remarks>A refused addition is in the last snapshot but not in the model, and a refused removal the other way round: neither is proposed again.</remarks>
public static class SourceUpdate
{
    /// <param name="now">The whole model as it is.</param>
    /// <param name="source">The source with the snapshot of the new reading; new to the model or known to it.</param>
    /// <param name="before">What the accepted snapshot derived; nothing before the first.</param>
    /// <param name="reading">What the new snapshot derives.</param>
    /// <param name="same">What people declared to be the same.</param>
    public static Proposal Propose(
        ModelContent now, Source source, DerivedContent before, DerivedContent reading, IReadOnlyCollection<SameAs> same, TimeProvider clock)
    {
        var meeting = new Meeting(now, source, before, reading, same, clock);
        var wanted = Comparison.Between(meeting.Before, meeting.After);
        var items = new ProposalItems(now, source, meeting);
        foreach (var change in wanted) change.Accept(items);
        var kept = items.WithoutDangling();
        return new(source, kept, items.NotTaken, Lookalikes.Among(kept));
    }
}
