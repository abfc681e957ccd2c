using Microsoft.Extensions.Hosting;
using Npgsql;

namespace ThreatBoard.Data.Live;

/// <summary>Tells other processes which models have new entries: after commit, ids only, several in one statement.</summary>
public sealed class Notifier(Announcements announcements, NpgsqlDataSource database) : BackgroundService
{
    public const string Channel = "threatboard";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in announcements.Bell.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var command = database.CreateCommand("SELECT pg_notify($1, id::text) FROM unnest($2) AS id");
                command.Parameters.Add(new() { Value = Channel });
                command.Parameters.Add(new() { Value = announcements.Take() });
                await command.ExecuteNonQueryAsync(stoppingToken);
            }
            catch (NpgsqlException)
            {
                // Nothing is lost: listeners poll as well, and the journal is what they read.
            }
        }
    }
}
