using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Door;
using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Data;

/// <summary>What boards need the whole graph of a model for: reckoned once for a journal number and a day, and by one model at a time, so that many models cost time and no memory.</summary>
public sealed class GraphBoards : IDisposable
{
    /// <summary>How many models are known at once; what is known of one is a few lines, whatever the model holds.</summary>
    private const int MostKept = 2_000;

    private readonly IDbContextFactory<ThreatBoardDb> _databases;
    private readonly ModelTables _tables;
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly Lock _keeping = new();
    private readonly Dictionary<Guid, Known> _known = [];

    internal GraphBoards(IDbContextFactory<ThreatBoardDb> databases, ModelTables tables) => (_databases, _tables) = (databases, tables);

    public void Dispose() => _oneAtATime.Dispose();

    /// <summary>As the model is now; reckoning one that is not known takes as long as reading the whole model: call it beside the circuit.</summary>
    public async Task<GraphBoard> OfAsync(ModelAccess access, WorkingDay day, CancellationToken cancel)
    {
        await using var db = await _databases.CreateDbContextAsync(cancel);
        if (Find(access.ModelId, await NumberAsync(db, access, cancel), day) is { } known) return known;
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            // Number and rows of one moment; somebody else may have reckoned it meanwhile.
            await using var moment = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
            var number = await NumberAsync(db, access, cancel);
            return Find(access.ModelId, number, day) ?? Keep(access.ModelId, new(number, day.Today, await ReckonAsync(db, access, day, cancel)));
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private static Task<long> NumberAsync(ThreatBoardDb db, ModelAccess access, CancellationToken cancel) =>
        db.Models.Where(model => model.Id == access.ModelId).Select(model => model.Sequence).SingleAsync(cancel);

    private async Task<GraphBoard> ReckonAsync(ThreatBoardDb db, ModelAccess access, WorkingDay day, CancellationToken cancel)
    {
        var slice = new Slice(db, _tables, access.ModelId);
        await slice.LoadEverythingAsync(cancel);
        return GraphBoard.Of(new(slice.Content, day));
    }

    private GraphBoard? Find(Guid model, long number, WorkingDay day)
    {
        lock (_keeping) return _known.GetValueOrDefault(model) is { } known && known.Number == number && known.Day == day.Today ? known.Board : null;
    }

    private GraphBoard Keep(Guid model, Known board)
    {
        lock (_keeping)
        {
            if (_known.Count >= MostKept) _known.Remove(_known.Keys.First());
            _known[model] = board;
        }

        return board.Board;
    }

    private sealed record Known(long Number, DateOnly Day, GraphBoard Board);
}
