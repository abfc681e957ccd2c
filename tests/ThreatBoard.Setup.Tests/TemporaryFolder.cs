namespace ThreatBoard.Setup.Tests;

/// <summary>A folder of its own for one test, which others may pass through, as an unprivileged server must; gone afterwards.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("threatboard-").FullName;

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Lets every user in, for servers that do not run as us.</summary>
    public TemporaryFolder Open()
    {
        File.SetUnixFileMode(Path, File.GetUnixFileMode(Path) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
