namespace ThreatBoard.Web.Hosting;

/// <summary>The web host's own small files (login links, cookie keys, its address), readable by its user only.</summary>
public sealed class StateFolder
{
    public const string Setting = "ThreatBoard:State";

    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public StateFolder(string root)
    {
        Root = Path.GetFullPath(root);
        Make(Root);
    }

    public string Root { get; }

    /// <summary>What the setting says, else a folder beside the embedded database, else one beside the program.</summary>
    public static StateFolder Of(IConfiguration configuration, string contentRoot) => new(
        configuration[Setting] ??
        (configuration["ThreatBoard:Embedded:Data"] is { } data ? Path.Combine(data, "web") : Path.Combine(contentRoot, ".data", "web")));

    public string Folder(string name)
    {
        var path = Path.Combine(Root, name);
        Make(path);
        return path;
    }

    /// <summary>Writes whole or not at all, mode 600.</summary>
    public void Write(string path, string text)
    {
        var partial = $"{path}.{Guid.CreateVersion7():n}.partial";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(partial, options))
            writer.Write(text);
        File.Move(partial, path, overwrite: true);
    }

    private static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, Mine);
    }
}
