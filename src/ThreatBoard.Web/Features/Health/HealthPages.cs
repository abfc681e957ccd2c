using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Features.Health;

/// <summary>What the health page needs of the host, and the way to it.</summary>
public static class HealthPages
{
    public static IServiceCollection AddHealthPage(this IServiceCollection services) => services.AddSingleton<HealthSettings>().AddScoped<IPaletteSource, HealthInPalette>();
}

/// <summary>The health page, for administrators.</summary>
internal sealed class HealthInPalette(PersonAccess access) : IPaletteSource
{
    private const string Title = "Health";

    public async Task<IReadOnlyList<PaletteEntry>> FindAsync(string text, PageAddress where, CancellationToken cancel) =>
        Title.Contains(text, StringComparison.OrdinalIgnoreCase) && await access.ForInstallationAsync(cancel) is not null ? [new("shield", Title, "Administration", "/health")] : [];
}
