namespace ThreatBoard.Web.Features.Boards;

/// <summary>Registers what the boards read with.</summary>
public static class BoardRegistration
{
    public static IServiceCollection AddBoardPages(this IServiceCollection services) => services.AddScoped<ManyModels>();
}
