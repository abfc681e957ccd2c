namespace ThreatBoard.Architecture.Tests.Sources;

/// <summary>The files of this checkout that people wrote: no build output, no packages, no bundles.</summary>
public static class Repository
{
    private static readonly string[] s_made = ["bin", "obj", "node_modules", "artifacts", ".git", ".data", ".setup", "TestResults", ".vs", ".idea"];

    private static readonly string[] s_texts =
        [".cs", ".razor", ".csproj", ".props", ".targets", ".sln", ".json", ".yml", ".yaml", ".md", ".ts", ".css", ".html", ".svg", ".sh", ".txt", ".config", ".mjs", ".js", ".npmrc", ".editorconfig", ""];

    private static readonly string s_root = FindRoot();

    private static readonly Lazy<IReadOnlyList<SourceFile>> s_files = new(() => [.. Walk(s_root).Order(StringComparer.Ordinal).Select(Read)]);

    public static IReadOnlyList<SourceFile> Texts => s_files.Value;

    public static IEnumerable<SourceFile> CSharp => Texts.Where(f => f.IsCSharp && !IsGenerated(f.Path));

    public static IEnumerable<SourceFile> Code => Texts.Where(f => (f.IsCSharp || f.IsRazor) && !IsGenerated(f.Path));

    public static IEnumerable<SourceFile> Projects => Texts.Where(f => f.Path.EndsWith(".csproj", StringComparison.Ordinal));

    public static string Full(string path) => Path.Combine(s_root, path);

    private static bool IsGenerated(string path) =>
        path.EndsWith(".g.cs", StringComparison.Ordinal) || path.StartsWith("migrations/", StringComparison.Ordinal);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ThreatBoard.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException($"No ThreatBoard.sln above {AppContext.BaseDirectory}.");
        return folder.FullName;
    }

    private static IEnumerable<string> Walk(string folder)
    {
        var files = Directory.EnumerateFiles(folder).Where(file => s_texts.Contains(Path.GetExtension(file)));
        var inside = Directory.EnumerateDirectories(folder).Where(IsWritten).SelectMany(Walk);
        return files.Concat(inside);
    }

    private static bool IsWritten(string folder) =>
        !s_made.Contains(Path.GetFileName(folder)) && Path.GetRelativePath(s_root, folder) != Path.Combine("wwwroot", "js")
        && new DirectoryInfo(folder).LinkTarget is null;

    private static SourceFile Read(string file) => new(Path.GetRelativePath(s_root, file).Replace('\\', '/'), File.ReadAllText(file));
}
