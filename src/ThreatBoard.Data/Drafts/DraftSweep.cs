using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ThreatBoard.Data.Drafts;

/// <summary>Takes old drafts away, once a day.</summary>
public sealed class DraftSweep(DraftStore drafts, TimeProvider clock, ILogger<DraftSweep> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var day = new PeriodicTimer(TimeSpan.FromDays(1), clock);
        do
        {
            try
            {
                if (await drafts.SweepAsync(stoppingToken) is > 0 and var swept) log.LogInformation("Took away {Count} drafts that nobody had touched for {Days} days", swept, DraftStore.KeptFor.Days);
            }
            catch (NpgsqlException away)
            {
                log.LogWarning(away, "Old drafts could not be taken away; tomorrow it is tried again");
            }
        }
        while (await day.WaitForNextTickAsync(stoppingToken));
    }
}
