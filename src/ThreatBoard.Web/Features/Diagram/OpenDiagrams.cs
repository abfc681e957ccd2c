using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Live;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>The diagrams that somebody looks at in this process, each drawn once for all of them.</summary>
public sealed class OpenDiagrams(LiveModels live, WorkspaceModels models, WorkspaceRules rules, TimeProvider clock)
{
    private readonly Lock _counting = new();
    private readonly Dictionary<(Guid Model, Grouping Grouping, WorkingDay Day), Kept> _kept = [];

    /// <summary>How many somebody looks at now.</summary>
    public int Count
    {
        get
        {
            lock (_counting) return _kept.Count;
        }
    }

    /// <summary>Opens a diagram, or joins those who have it open.</summary>
    public async Task<DiagramLease> OpenAsync(ModelAccess access, Grouping grouping)
    {
        access.Require(Right.Read);
        // Where an owner has set other bands meanwhile, or a day has passed and acceptances with it, it is another picture.
        var day = await rules.DayAsync(access, CancellationToken.None);
        var key = (access.ModelId, grouping, day);
        Kept kept;
        lock (_counting)
        {
            if (!_kept.TryGetValue(key, out kept!)) _kept[key] = kept = new(() => LoadAsync(access, grouping, day));
            kept.Leases++;
        }

        try
        {
            var (diagram, _) = await kept.Diagram.Value;
            return new(diagram, () => ReturnAsync(key, kept));
        }
        catch
        {
            await ReturnAsync(key, kept);
            throw;
        }
    }

    private async Task<(OpenDiagram, Subscription)> LoadAsync(ModelAccess access, Grouping grouping, WorkingDay day)
    {
        OpenDiagram? diagram = null;
        // Listening first: what is written while the model is read is not missed.
        var following = live.Subscribe(access, update => diagram?.MoveTo(update.State));
        var name = (await models.GetAsync(access, CancellationToken.None)).Name;
        diagram = new(access.ModelId, name, grouping, day, await NewestAsync(), NewestAsync, clock);
        await diagram.CatchUpAsync();
        return (diagram, following);

        Task<LiveState> NewestAsync() => live.ReadAsync(access, CancellationToken.None);
    }

    private async ValueTask ReturnAsync((Guid, Grouping, WorkingDay) key, Kept kept)
    {
        lock (_counting)
        {
            if (--kept.Leases > 0) return;
            if (_kept.GetValueOrDefault(key) == kept) _kept.Remove(key);
        }

        if (!kept.Diagram.Value.IsCompletedSuccessfully) return;
        var (diagram, following) = await kept.Diagram.Value;
        following.Dispose();
        await diagram.DisposeAsync();
    }

    private sealed class Kept(Func<Task<(OpenDiagram, Subscription)>> load)
    {
        public Lazy<Task<(OpenDiagram, Subscription)>> Diagram { get; } = new(load);

        public int Leases { get; set; }
    }
}
