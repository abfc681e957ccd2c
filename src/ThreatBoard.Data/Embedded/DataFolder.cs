using System.Globalization;
using System.Security.Cryptography;

namespace ThreatBoard.Data.Embedded;

/// <summary>The folder of one embedded server: cluster, password, log, and the lock that keeps a second process out.</summary>
public sealed class DataFolder
{
    private const long BytesNeeded = 300L * 1024 * 1024;

    public DataFolder(string path)
    {
        Root = RealPath.Of(path);
        Cluster = Path.Combine(Root, "cluster");
        PasswordFile = Path.Combine(Root, "password");
        Log = Path.Combine(Root, "postgres.log");
        Copies = Path.Combine(Root, "binaries");
    }

    public string Root { get; }

    public string Cluster { get; }

    public string PasswordFile { get; }

    public string Log { get; }

    /// <summary>Where binaries are copied to when the server's identity cannot enter their own folder.</summary>
    public string Copies { get; }

    public bool HasCluster => File.Exists(Path.Combine(Cluster, "PG_VERSION"));

    /// <summary>Makes the folder; others may pass through it when the server runs as somebody else, and may list nothing.</summary>
    public void Make(ServerIdentity? identity)
    {
        Directory.CreateDirectory(Root);
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        File.SetUnixFileMode(Root, identity is null ? mine : mine | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    /// <summary>Refuses a folder that the server's identity cannot enter, such as one under a home of mode 700.</summary>
    public async Task RequireEntryAsync(ServerIdentity? identity, CancellationToken cancel)
    {
        if (identity is null)
            return;
        var asked = identity.Wrap("test", ["-x", Root]);
        asked.WorkingDirectory = "/";
        if ((await ExternalProgram.RunAsync(asked, cancel)).ExitCode != 0)
            throw new EmbeddedPostgresException(
                $"{identity.User}, as whom PostgreSQL runs for root, cannot enter {Root}. " +
                "Put the data where everybody can pass: THREATBOARD_DATA=/some/folder scripts/run");
    }

    /// <exception cref="EmbeddedPostgresException">Another live process uses the folder.</exception>
    public DataFolderLock Lock() => DataFolderLock.TryTake(Root) ?? throw new EmbeddedPostgresException(
        $"Another ThreatBoard{DataFolderLock.Holder(Root)} uses the data folder {Root}. " +
        "Stop that one first, or ask it for a link with: scripts/run --link");

    public string ReadPassword() => File.Exists(PasswordFile) ? File.ReadAllText(PasswordFile) : throw new EmbeddedPostgresException(
        $"The password of the data folder is missing: {PasswordFile}. Put it back from a copy of the folder, " +
        $"or start anew: mv '{Root}' '{Root}.old', then scripts/restore with your last backup.");

    /// <summary>Writes a fresh password that only the owner of the folder can read.</summary>
    public string RenewPassword()
    {
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        PrivateFile.Write(PasswordFile, password);
        return password;
    }

    /// <summary>Refuses a cluster that these binaries cannot open.</summary>
    public void RequireVersion(PostgresBinaries binaries)
    {
        var made = int.Parse(File.ReadAllText(Path.Combine(Cluster, "PG_VERSION")).Trim(), CultureInfo.InvariantCulture);
        if (made != binaries.Major)
            throw new EmbeddedPostgresException(
                $"The data folder {Root} was made by PostgreSQL {made}, and the binaries in {binaries.BinFolder} are PostgreSQL {binaries.Major}. " +
                $"Back it up with the old binaries: ThreatBoard__Embedded__Binaries=/usr/lib/postgresql/{made}/bin scripts/backup FILE; " +
                $"then mv '{Root}' '{Root}.{made}', and scripts/restore FILE.");
    }

    public void RequireSpace()
    {
        var free = new DriveInfo(Root).AvailableFreeSpace;
        if (free < BytesNeeded)
            throw new EmbeddedPostgresException(
                $"Only {free >> 20} MB are free for {Root}, and a new database needs {BytesNeeded >> 20} MB. " +
                "Free some (see: df -h), or put the data elsewhere: THREATBOARD_DATA=/some/folder scripts/run");
    }
}
