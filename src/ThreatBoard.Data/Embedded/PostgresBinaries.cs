using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ThreatBoard.Data.Embedded;

/// <summary>A folder with initdb, pg_ctl and postgres that run here, and their major version.</summary>
public sealed partial record PostgresBinaries(string BinFolder, int Major)
{
    public const int OldestSupported = 15;

    public string Program(string name) => Path.Combine(BinFolder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    /// <summary>The binaries that the options name, else those of the npm package, else the machine's newest.</summary>
    public static async Task<PostgresBinaries> FindAsync(EmbeddedPostgresOptions options, CancellationToken cancel)
    {
        if (options.Binaries is { } named)
            return await OpenAsync(named, cancel);
        if (BinariesSearch.NpmPackage(AppContext.BaseDirectory) is { } native)
            return await OpenAsync(native, cancel);
        foreach (var folder in await BinariesSearch.OfThisMachineAsync(cancel))
            if (await OpenAsync(folder, cancel) is { Major: >= OldestSupported } usable)
                return usable;
        throw new EmbeddedPostgresException(
            $"No PostgreSQL {OldestSupported} or later was found. Run `npm ci` in the checkout, or apt-get install -y postgresql, " +
            "or name a folder in ThreatBoard__Embedded__Binaries, or use a server of your own with ConnectionStrings__ThreatBoard.");
    }

    /// <summary>Opens one folder (the one above bin, or bin itself), makes missing library links, and asks for the version.</summary>
    public static async Task<PostgresBinaries> OpenAsync(string folder, CancellationToken cancel)
    {
        var bin = Path.GetFullPath(Directory.Exists(Path.Combine(folder, "bin")) ? Path.Combine(folder, "bin") : folder);
        var binaries = new PostgresBinaries(bin, 0);
        if (!File.Exists(binaries.Program("postgres")))
            throw new EmbeddedPostgresException($"There is no postgres in {bin}. Run `npm ci`, or correct ThreatBoard__Embedded__Binaries.");
        LibraryLinks.Make(Path.GetDirectoryName(bin)!);
        var answer = await ExternalProgram.RunAsync(new ProcessStartInfo(binaries.Program("postgres"), ["--version"]), cancel).OrThrowAsync();
        var major = int.Parse(MajorVersion().Match(answer.Output).Value, CultureInfo.InvariantCulture);
        return binaries with { Major = major };
    }

    /// <summary>These binaries where the identity can enter: the same, or a copy under <paramref name="copies"/>.</summary>
    public async Task<PostgresBinaries> ReachableByAsync(ServerIdentity? identity, string copies, CancellationToken cancel)
    {
        if (identity is null || await RunsAsync(identity, cancel))
            return this;
        var copy = Path.Combine(copies, $"postgresql-{Major}-{BinariesSearch.Fingerprint(BinFolder)}");
        if (!Directory.Exists(copy))
            BinariesSearch.CopyWhole(Path.GetDirectoryName(BinFolder)!, copy);
        var copied = await OpenAsync(copy, cancel);
        return await copied.RunsAsync(identity, cancel) ? copied : throw new EmbeddedPostgresException(
            $"{identity.User} cannot run {copied.Program("postgres")}. Put the data folder where everybody can enter, such as /var/lib/threatboard.");
    }

    private async Task<bool> RunsAsync(ServerIdentity identity, CancellationToken cancel)
    {
        var asked = identity.Wrap(Program("postgres"), ["--version"]);
        asked.WorkingDirectory = "/";
        return (await ExternalProgram.RunAsync(asked, cancel)).ExitCode == 0;
    }

    [GeneratedRegex(@"(?<=\(PostgreSQL\) )\d+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MajorVersion();
}
