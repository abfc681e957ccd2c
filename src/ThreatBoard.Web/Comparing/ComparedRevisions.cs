using ThreatBoard.Data.Publishing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Web.Comparing;

/// <summary>Two states of a model and what differs between them.</summary>
/// <param name="From">The revision before; null for the empty model.</param>
/// <param name="To">The revision after; null for the model as it is now.</param>
/// <param name="Until">The journal number of the state after.</param>
/// <param name="Bands">Of the workspace as it is now.</param>
public sealed record ComparedRevisions(
    string ModelName, RevisionSummary? From, RevisionSummary? To, long Until, ModelContent Before, ModelContent After, RevisionComparison Comparison, BandScale Bands)
{
    /// <summary>The journal number of the state before; 0 for the empty model.</summary>
    public long Since => From?.Sequence ?? 0;

    public string FromWord => From is { } from ? $"Revision {from.Number}" : "Nothing";

    public string ToWord => To is { } to ? $"revision {to.Number}" : "now";
}
