using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Publishing;
using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Web.Comparing;

/// <summary>Brings back two states and compares them; the last few comparisons of the process are kept, since each of their tabs asks for the same.</summary>
public sealed class ComparisonQuery(RevisionArchive archive, LiveModels models, WorkspaceModels names, WorkspaceRules rules)
{
    private const int Kept = 4;

    private readonly Lock _lock = new();
    private readonly LinkedList<(string Key, ComparedRevisions Compared)> _recent = [];

    /// <summary>Null where the model has no such revision.</summary>
    /// <exception cref="DamagedRevisionException">A stored revision is not what was published.</exception>
    public async Task<ComparedRevisions?> RunAsync(ModelAccess access, RevisionRange range, CancellationToken cancel)
    {
        var all = (await archive.ListAsync(access, cancel)).ToDictionary(revision => revision.Number);
        if ((range.From != 0 && !all.ContainsKey(range.From)) || (range.To is { } last && !all.ContainsKey(last))) return null;
        var live = range.To is null ? await models.ReadAsync(access, cancel) : null;
        var (from, to) = (all.GetValueOrDefault(range.From), range.To is { } number ? all[number] : null);
        var until = live?.Number ?? to!.Sequence;
        var key = $"{access.ModelId} {range} {until} {HashOf(from)} {HashOf(to)}";
        var (name, bands) = ((await names.GetAsync(access, cancel)).Name, (await rules.OfAsync(access, cancel)).Bands);
        if (Find(key) is { } known) return known with { ModelName = name, Bands = bands };
        // Reading one back is work for a processor, and there are two of them.
        var reading = range.From == 0 ? Task.FromResult<ModelContent?>(ModelContent.Empty) : Task.Run(() => archive.ReadAsync(access, range.From, cancel), cancel);
        var after = live?.Content ?? await archive.ReadAsync(access, range.To!.Value, cancel);
        var before = await reading;
        if (before is null || after is null) return null;
        var compared = new ComparedRevisions(name, from, to, until, before, after, await Task.Run(() => RevisionComparison.Of(before, after), cancel), bands);
        Keep(key, compared);
        return compared;
    }

    private static string HashOf(RevisionSummary? revision) => revision is null ? "" : Convert.ToHexStringLower(revision.Hash);

    private ComparedRevisions? Find(string key)
    {
        lock (_lock) return _recent.FirstOrDefault(one => one.Key == key).Compared;
    }

    private void Keep(string key, ComparedRevisions compared)
    {
        lock (_lock)
        {
            _recent.AddFirst((key, compared));
            if (_recent.Count > Kept) _recent.RemoveLast();
        }
    }
}
