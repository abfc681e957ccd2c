using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Door;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Data.Live;

/// <summary>A model at one journal number.</summary>
public sealed record LiveState(long Number, ModelContent Content);

/// <summary>What happened since the state before: the changes, and the state they lead to; no changes where only the number moved or the model was read for the first time.</summary>
public sealed record LiveUpdate(LiveState State, IReadOnlyList<Change> Changes);

/// <summary>One open model in this process, advanced by the journal; everybody who looks at it shares the same immutable content.</summary>
internal sealed class LiveModel(Guid model, IDbContextFactory<ThreatBoardDb> databases, ModelTables tables, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private volatile LiveState? _state;
    private int _looking;
    private long _readAt = clock.GetTimestamp();

    public Guid Model => model;

    public TimeSpan IdleFor => clock.GetElapsedTime(Interlocked.Read(ref _readAt));

    /// <summary>Told after the state has moved on, one at a time and in order.</summary>
    public Listeners<LiveUpdate> Moved { get; } = new();

    /// <summary>The state as of now at the latest.</summary>
    public async Task<LiveState> CatchUpAsync(CancellationToken cancel)
    {
        Interlocked.Exchange(ref _readAt, clock.GetTimestamp());
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            // Whatever is written from here on needs another look.
            Interlocked.Exchange(ref _looking, 0);
            await using var db = await databases.CreateDbContextAsync(cancel);
            if (_state is null) return await StartAsync(db, cancel);
            var (seen, last) = (_state.Number, await NumberAsync(db, cancel));
            // The journal only grows: up to a number that was read, its rows stand, whatever is written meanwhile.
            if (last > seen) Move(last, await Replay.RowsOf(db, model).Where(row => row.Number > seen && row.Number <= last).ToListAsync(cancel));
            return _state;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Catches up in the background; many words of new entries at once are one look.</summary>
    public Task LookAsync() => Interlocked.Exchange(ref _looking, 1) == 1 ? Task.CompletedTask : CatchUpAsync(CancellationToken.None);

    /// <summary>Forgets the content when nobody watches it; the next reading loads it again.</summary>
    public void Rest()
    {
        if (Moved.Any || !_oneAtATime.Wait(TimeSpan.Zero)) return;
        _state = null;
        _oneAtATime.Release();
    }

    public void Dispose() => _oneAtATime.Dispose();

    private Task<long> NumberAsync(ThreatBoardDb db, CancellationToken cancel) => db.Models.Where(m => m.Id == model).Select(m => m.Sequence).SingleAsync(cancel);

    private async Task<LiveState> StartAsync(ThreatBoardDb db, CancellationToken cancel)
    {
        // Number and rows of one moment.
        await using var moment = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        return Start(new(await NumberAsync(db, cancel), await LoadAsync(db, cancel)));
    }

    /// <summary>Whoever subscribed before anything was read learns where the model stands.</summary>
    private LiveState Start(LiveState state)
    {
        _state = state;
        Moved.Tell(new(state, []));
        return state;
    }

    private void Move(long number, List<JournalChangeRow> rows)
    {
        var content = _state!.Content;
        var changes = new List<Change>(rows.Count);
        foreach (var row in rows.OrderBy(row => row.Number).ThenBy(row => row.Ordinal))
        {
            var change = row.ToJson().ToChange(content);
            content = content.Apply([change]);
            changes.Add(change);
        }

        _state = new(number, content);
        Moved.Tell(new(_state, changes));
    }

    private async Task<ModelContent> LoadAsync(ThreatBoardDb db, CancellationToken cancel)
    {
        var slice = new Slice(db, tables, model);
        await slice.LoadEverythingAsync(cancel);
        return slice.Content;
    }
}
