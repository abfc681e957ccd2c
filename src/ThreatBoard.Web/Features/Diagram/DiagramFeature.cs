namespace ThreatBoard.Web.Features.Diagram;

/// <summary>What the diagram needs of the host.</summary>
public static class DiagramFeature
{
    public static IServiceCollection AddDiagram(this IServiceCollection services) =>
        services.AddSingleton<OpenDiagrams>().AddSingleton<DiagramSessions>();
}
