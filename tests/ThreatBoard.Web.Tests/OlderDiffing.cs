using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace ThreatBoard.Web.Tests;

/// <summary>bunit names a newer AngleSharp.Diffing than every feed has, and only compares markup with it: the older one does. Goes when the feed has 1.1.1.</summary>
internal static class OlderDiffing
{
    private const string Name = "AngleSharp.Diffing";

    [ModuleInitializer]
    internal static void Offer() => AssemblyLoadContext.Default.Resolving += static (context, asked) =>
        asked.Name == Name ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, $"{Name}.dll")) : null;
}
