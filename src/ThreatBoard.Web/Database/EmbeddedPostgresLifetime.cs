using ThreatBoard.Data.Embedded;

namespace ThreatBoard.Web.Database;

/// <summary>Ties the embedded server to the host: started again when it dies, stopped when the host stops.</summary>
public sealed class EmbeddedPostgresLifetime(EmbeddedPostgres server, ILogger<EmbeddedPostgresLifetime> log) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await server.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => server.KeepRunningAsync(log, stoppingToken);
}
