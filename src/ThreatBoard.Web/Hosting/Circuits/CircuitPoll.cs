using Npgsql;

namespace ThreatBoard.Web.Hosting.Circuits;

/// <summary>Asks the database every two seconds, in one question for all circuits of this process; while it does not answer, circuits keep what they know.</summary>
/// <param name="unanswered">What is logged then.</param>
public abstract class CircuitPoll(TimeProvider clock, ILogger log, string unanswered) : BackgroundService
{
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(2);

    protected abstract Task LookAsync(CancellationToken cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_between, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (NpgsqlException away)
            {
                log.LogWarning(away, "{What}; it is tried again", unanswered);
            }
        }
    }
}
