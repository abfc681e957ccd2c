using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Publishing;
using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Web.Features.Revisions;

/// <summary>Two states of a model and what differs between them.</summary>
/// <param name="From">The revision before; null for the empty model.</param>
/// <param name="To">The revision after; null for the model as it is now.</param>
public sealed record ComparedRevisions(
    string ModelName, RevisionSummary? From, RevisionSummary? To, ModelContent Before, ModelContent After, RevisionComparison Comparison);

/// <summary>Brings back two states and compares them.</summary>
public sealed class ComparisonQuery(RevisionArchive archive, LiveModels models, WorkspaceModels names)
{
    /// <summary>Null where the model has no such revision.</summary>
    /// <exception cref="DamagedRevisionException">A stored revision is not what was published.</exception>
    public async Task<ComparedRevisions?> RunAsync(ModelAccess access, RevisionRange range, CancellationToken cancel)
    {
        var all = (await archive.ListAsync(access, cancel)).ToDictionary(revision => revision.Number);
        var before = range.From == 0 ? ModelContent.Empty : await archive.ReadAsync(access, range.From, cancel);
        var after = range.To is { } number ? await archive.ReadAsync(access, number, cancel) : (await models.ReadAsync(access, cancel)).Content;
        if (before is null || after is null) return null;
        var comparison = await Task.Run(() => RevisionComparison.Of(before, after), cancel);
        return new(
            (await names.GetAsync(access, cancel)).Name, all.GetValueOrDefault(range.From), range.To is { } to ? all[to] : null, before, after, comparison);
    }
}
