using ThreatBoard.Web.Comparing;

namespace ThreatBoard.Web.Features.Revisions;

/// <summary>Registers what the pages about revisions need.</summary>
public static class RevisionsServices
{
    public static IServiceCollection AddRevisionPages(this IServiceCollection services) => services
        .AddSingleton<RevisionsQuery>()
        .AddSingleton<ComparisonQuery>()
        .AddSingleton<ComparisonExport>()
        .AddSingleton<RestoreQuery>()
        .AddSingleton<PublishRevision>()
        .AddScoped<ViewedTicks>();

    public static void MapRevisionPages(this IEndpointRouteBuilder routes)
    {
        routes.MapComparisonExports();
    }
}
