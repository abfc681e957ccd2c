namespace ThreatBoard.Web.Clusters;

/// <summary>Registers what screens ask about the clusters of a model.</summary>
public static class ClusterServices
{
    public static IServiceCollection AddClusters(this IServiceCollection services) => services.AddSingleton<ModelClusters>();
}
