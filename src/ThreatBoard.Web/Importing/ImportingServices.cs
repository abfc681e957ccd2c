using ThreatBoard.Web.Rules;

namespace ThreatBoard.Web.Importing;

/// <summary>Registers what reads manifests, proposes changes, takes them and runs the rules.</summary>
public static class ImportingServices
{
    public static IServiceCollection AddImporting(this IServiceCollection services) => services
        .AddSingleton<Readings>()
        .AddSingleton<RunRules>()
        .AddSingleton<StoreReading>()
        .AddSingleton<WaitingImports>()
        .AddSingleton<AcceptImport>();
}
