using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Features.Workspaces;

/// <summary>What the pages of workspaces and people need of the host.</summary>
public static class WorkspacePages
{
    public static IServiceCollection AddWorkspacePages(this IServiceCollection services) => services.AddScoped<IPaletteSource, WorkspacesInPalette>();

    public static void MapWorkspacePages(this IEndpointRouteBuilder endpoints) => endpoints.MapAuditExport();
}
