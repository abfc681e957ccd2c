using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Features.Setup;

/// <summary>The first run of a server installation.</summary>
public static class SetupRegistration
{
    public static void AddSetup(this IServiceCollection services, InstallationMode mode)
    {
        if (mode.IsServer) services.AddHostedService<SetupAnnouncement>();
    }
}
