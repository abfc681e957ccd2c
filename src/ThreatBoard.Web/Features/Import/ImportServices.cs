namespace ThreatBoard.Web.Features.Import;

/// <summary>Registers what the import pages need.</summary>
public static class ImportServices
{
    public static IServiceCollection AddImportPages(this IServiceCollection services) => services
        .AddSingleton<TrySample>()
        .AddScoped<PastedTextInterop>()
        .AddScoped<ImportTarget>();
}
