using System.Text.Json;

namespace ThreatBoard.Data.Embedded;

/// <summary>
/// The symbolic links of the npm package's shared libraries: npm does not pack links, and a script of the package makes them
/// after installation, which npm 11 and <c>--ignore-scripts</c> do not run. So we make them.
/// </summary>
public static class LibraryLinks
{
    private sealed record Link(string Source, string Target);

    /// <summary>Makes the links that are missing under <paramref name="native"/>; a folder without a list needs none.</summary>
    /// <returns>How many were made.</returns>
    public static int Make(string native)
    {
        var list = Path.Combine(native, "pg-symlinks.json");
        if (!File.Exists(list))
            return 0;
        using var json = File.OpenRead(list);
        var links = JsonSerializer.Deserialize<List<Link>>(json, JsonSerializerOptions.Web) ?? [];
        return links.Count(link => MakeOne(native, link));
    }

    private static bool MakeOne(string native, Link link)
    {
        // The list names both from the package's root (native/lib/libpq.so.5), and a copy of the folder may have another name.
        var target = Path.Combine(native, link.Target[(link.Target.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        if (Path.Exists(target))
            return false;
        try
        {
            File.Delete(target);
            File.CreateSymbolicLink(target, Path.GetFileName(link.Source));
            return true;
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw new EmbeddedPostgresException(
                $"The library link {target} is missing and cannot be made ({refused.Message}). Run `npm ci` as the owner of that folder.", refused);
        }
    }
}
