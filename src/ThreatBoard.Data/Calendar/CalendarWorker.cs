using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ThreatBoard.Data.Calendar;

/// <summary>Looks at the days every quarter of an hour, since each workspace's day ends at its own time.</summary>
internal sealed class CalendarWorker(CalendarJobs jobs, TimeProvider clock, ILogger<CalendarWorker> log) : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pause = new PeriodicTimer(s_pause, clock);
        do
        {
            try
            {
                if (await jobs.RunAsync(stoppingToken) is > 0 and var written) log.LogInformation("Wrote down what has expired or become due in {Count} models", written);
            }
            catch (NpgsqlException away)
            {
                log.LogWarning(away, "The days could not be looked at; it is tried again in a quarter of an hour");
            }
        }
        while (await pause.WaitForNextTickAsync(stoppingToken));
    }
}
