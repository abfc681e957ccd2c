using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Boards;
using ThreatBoard.Data.Live;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Features.Boards;

/// <summary>Reads the models of the board over all: what is counted where it lies at once, and model by model what follows from a journal and a graph.</summary>
public sealed class ManyModels(PersonAccess people, ModelBoards boards, RiskHistory history, GraphBoards graphs, LiveModels live)
{
    /// <summary>How many days back the sum over all models goes.</summary>
    private const int DaysShown = 180;

    /// <summary>Null where nobody is signed in any more.</summary>
    public async Task<IReadOnlyList<ModelStanding>?> ListAsync(CancellationToken cancel) =>
        await people.CallerAsync() is { } caller ? await boards.ListAsync(caller, cancel) : null;

    /// <summary>Beside the circuit; null where the model is not open to the person any more, which is asked anew for each.</summary>
    public Task<ModelDepth?> ReadAsync(ModelStanding model, CancellationToken cancel) => Task.Run(() => ReadHereAsync(model, cancel), cancel);

    /// <summary>Calls <paramref name="edited"/> with every model that somebody writes to, whoever may read it, on another thread.</summary>
    public Subscription FollowEdits(Action<Guid> edited) => live.FollowEdits(edited);

    private async Task<ModelDepth?> ReadHereAsync(ModelStanding model, CancellationToken cancel)
    {
        if (await people.ForAsync(model.Id, Right.Read, cancel) is not { } access) return null;
        var (zone, today) = (model.Day.Rules.Zone, model.Day.Today);
        var past = await history.DaysAsync(access, zone, today.AddDays(-DaysShown), today, cancel);
        var burndown = model.Iteration is { } iteration ? (await history.DaysAsync(access, zone, iteration.Opened, today, cancel)).Days : [];
        return new(
            past.First is { } first ? [.. past.Days.Where(day => day.Day >= first.AddDays(-1))] : [],
            burndown,
            await graphs.OfAsync(access, model.Day, cancel));
    }
}
