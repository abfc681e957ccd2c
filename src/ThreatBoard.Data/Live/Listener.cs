using Microsoft.Extensions.Hosting;
using Npgsql;
using ThreatBoard.Data.Inbox;
using ThreatBoard.Data.Presence;

namespace ThreatBoard.Data.Live;

/// <summary>Hears which models other processes have written, and looks at all open ones now and then in case a word was lost.</summary>
public sealed class Listener(LiveModels models, PresenceBoard presence, InboxSignals inboxes, NpgsqlDataSource database, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (NpgsqlException)
            {
                // The server is away: a moment later it is tried again, and polling catches up with what was missed.
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        connection.Notification += (_, heard) =>
        {
            if (!Guid.TryParse(heard.Payload, out var id)) return;
            if (heard.Channel == PresenceTable.Channel) presence.Hear(id);
            else if (heard.Channel == InboxSignals.Channel) inboxes.Hear(id);
            else models.Hear(id);
        };
        await using (var listen = new NpgsqlCommand($"LISTEN {Notifier.Channel}; LISTEN {PresenceTable.Channel}; LISTEN {InboxSignals.Channel}", connection)) await listen.ExecuteNonQueryAsync(cancel);
        presence.HearOfAll();
        while (true)
        {
            // Every word ends a wait: the poll goes by the clock, or a busy database would be polled with every word.
            var polled = clock.GetTimestamp();
            models.LookAtAll();
            while (s_poll - clock.GetElapsedTime(polled) is var left && left > TimeSpan.FromMilliseconds(1)) await connection.WaitAsync(left, cancel);
        }
    }
}
