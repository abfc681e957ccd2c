namespace ThreatBoard.Web.Features.Sources;

/// <summary>Registers what the pages about sources need.</summary>
public static class SourcesServices
{
    public static IServiceCollection AddSourcePages(this IServiceCollection services) => services.AddSingleton<SourcesQuery>();
}
