namespace ThreatBoard.Data.Embedded;

/// <summary>A file that only its owner can read, never seen half written.</summary>
public static class PrivateFile
{
    public static void Write(string path, string content)
    {
        var partial = path + ".partial";
        File.Delete(partial);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(partial, options))
            file.Write(content);
        File.Move(partial, path, overwrite: true);
    }
}
