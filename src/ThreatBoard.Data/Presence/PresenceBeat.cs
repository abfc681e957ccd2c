using Microsoft.Extensions.Hosting;
using Npgsql;

namespace ThreatBoard.Data.Presence;

/// <summary>The one clock of a process for all of its circuits: tells the database who moved, and the circuits what others did, at most five times a second.</summary>
internal sealed class PresenceBeat(PresenceBoard board, PresenceTable table, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(200);

    private IReadOnlyCollection<Guid> _unannounced = [];
    private bool _overdue;
    private long _beaten;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        foreach (var seat in board.All()) seat.Dispose();
        try
        {
            await SayAsync([], cancellationToken);
        }
        catch (NpgsqlException)
        {
            // The server is away; a missing heartbeat says the same a little later.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _beaten = clock.GetTimestamp();
        using var ticks = new PeriodicTimer(s_tick, clock);
        while (await ticks.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TickAsync(stoppingToken);
                _overdue = false;
            }
            catch (NpgsqlException)
            {
                // Whoever could not be written is written with the next try, as in a heartbeat.
                _overdue = true;
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stoppingToken);
            }
        }
    }

    private async Task TickAsync(CancellationToken cancel)
    {
        if (_overdue || clock.GetElapsedTime(_beaten) > PresenceTable.Beat) await BeatAsync(cancel);
        else await SayAsync([.. board.TakeMoved().Where(seat => !seat.HasLeft)], cancel);
        if (board.TakeHeard() is { Length: > 0 } models) board.Tell(models, await table.ReadAsync(models, cancel));
    }

    private async Task BeatAsync(CancellationToken cancel)
    {
        _beaten = clock.GetTimestamp();
        board.TakeMoved();
        var all = board.All();
        if (all.Count > 0) await table.WriteAsync(all, cancel);
        await SayAsync([], cancel);
        if (await table.BuryAsync(cancel) is { Count: > 0 } models) await table.AnnounceAsync(models, cancel);
        // Words may have been lost, and rights may have changed.
        board.HearOfAll();
    }

    private async Task SayAsync(IReadOnlyList<PresenceSeat> moved, CancellationToken cancel)
    {
        var left = board.TakeLeft();
        if (moved.Count + left.Count + _unannounced.Count == 0) return;
        _unannounced = [.. moved.Concat(left).Select(seat => seat.Model).Concat(_unannounced).Distinct()];
        if (left.Count > 0) await table.RemoveAsync(left, cancel);
        if (moved.Count > 0) await table.WriteAsync(moved, cancel);
        await table.AnnounceAsync(_unannounced, cancel);
        _unannounced = [];
    }
}
