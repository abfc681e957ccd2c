namespace ThreatBoard.Testing.Running;

/// <summary>The checkout that these tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Debug or Release, as the tests themselves.</summary>
    public static string Configuration { get; } =
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "ThreatBoard.sln")))
            at = at.Parent ?? throw new DirectoryNotFoundException("These tests run from the checkout that they were built in.");
        return at.FullName;
    }
}
