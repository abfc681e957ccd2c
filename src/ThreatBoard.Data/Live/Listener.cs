using Microsoft.Extensions.Hosting;
using Npgsql;

namespace ThreatBoard.Data.Live;

/// <summary>Hears which models other processes have written, and looks at all open ones now and then in case a word was lost.</summary>
public sealed class Listener(LiveModels models, NpgsqlDataSource database, TimeProvider clock) : BackgroundService
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
            if (Guid.TryParse(heard.Payload, out var model)) models.Look(model);
        };
        await using (var listen = new NpgsqlCommand($"LISTEN {Notifier.Channel}", connection)) await listen.ExecuteNonQueryAsync(cancel);
        while (true)
        {
            models.LookAtAll();
            await connection.WaitAsync(s_poll, cancel);
        }
    }
}
