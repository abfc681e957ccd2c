using System.Diagnostics;
using System.Text;

namespace ThreatBoard.Testing.Running;

/// <summary>ThreatBoard as its own process, with its own PostgreSQL in a folder of its own or on one that several share.</summary>
/// <remarks>Runs what is published in <c>THREATBOARD_PUBLISHED</c>, else what the build left beside the sources.</remarks>
public sealed class RunningApp : IAsyncDisposable
{
    private static readonly TimeSpan s_startLimit = TimeSpan.FromMinutes(2);

    private const string ReadyAt = "ThreatBoard is ready at ";

    private readonly string _folder;
    private readonly bool _keep;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<string> _link = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process _process = null!;

    /// <param name="folder">Of an earlier start, and kept for later ones; without one, a new folder that is thrown away.</param>
    public RunningApp(string? folder = null) => (_folder, _keep) = (folder ?? NewFolder(), folder is not null);

    /// <summary>Whether it is a server installation: the first link is then the set-up link, while nobody owns it.</summary>
    public bool IsServer { get; init; }

    /// <summary>More environment variables of the process and of its verbs.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where its embedded PostgreSQL keeps its data.</summary>
    public string DataFolder => Path.Combine(_folder, "data");

    /// <summary>The link that was printed at the start, to log in or to set up; used up by whoever comes first. Of a server with an owner, its address.</summary>
    public string FirstLink { get; private set; } = "";

    public Uri Url => new(new Uri(FirstLink).GetLeftPart(UriPartial.Authority));

    /// <summary>Everything that was printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>A temporary folder that the embedded server can enter, which runs as somebody else when this is root.</summary>
    public static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("tb-app-").FullName;
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        return folder;
    }

    /// <summary>Returns when the link was printed.</summary>
    /// <exception cref="InvalidOperationException">It ended before; the message has what it printed.</exception>
    public async Task StartAsync()
    {
        _process = Start();
        var ended = _process.WaitForExitAsync();
        var first = await Task.WhenAny(_link.Task, ended).WaitAsync(s_startLimit);
        if (first != _link.Task) throw new InvalidOperationException($"ThreatBoard ended before it printed a link:\n{Output}");
        FirstLink = await _link.Task;
    }

    /// <summary>What <c>scripts/run --link</c> prints.</summary>
    public async Task<string> NewLinkAsync() => (await RunAsync("link")).Printed;

    /// <summary>Runs a verb of the program with this one's settings, whether it runs or not.</summary>
    /// <returns>The exit code, what it printed, and what it complained about.</returns>
    public async Task<(int ExitCode, string Printed, string Complaint)> RunAsync(params string[] verb)
    {
        using var process = Process.Start(StartInfo(verb))!;
        var (printed, complaint) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, (await printed).Trim(), (await complaint).Trim());
    }

    /// <summary>Asks it to end as a terminal or a container does.</summary>
    /// <returns>How long that took, at most the limit.</returns>
    public async Task<TimeSpan> StopAsync(TimeSpan limit)
    {
        var since = Stopwatch.StartNew();
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync().WaitAsync(limit);
        return since.Elapsed;
    }

    /// <summary>Ends it as a power failure does; its PostgreSQL is left alone.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await StopAsync(TimeSpan.FromSeconds(30));
        _process.Dispose();
        if (!_keep) Directory.Delete(_folder, recursive: true);
    }

    private Process Start()
    {
        var process = new Process { StartInfo = StartInfo() };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private ProcessStartInfo StartInfo(params string[] arguments)
    {
        var (folder, environment) = WhatToRun();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "ThreatBoard.Web.dll"), .. arguments])
        {
            WorkingDirectory = environment == "Production" ? folder : Path.Combine(Repository.Root, "src", "ThreatBoard.Web"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = environment,
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["ThreatBoard__Embedded__Data"] = DataFolder,
                ["ConnectionStrings__ThreatBoard"] = "",
                // What breaks a circuit stands in the browser's console, and so in the message of the test that fails.
                ["DetailedErrors"] = "true",
                ["ThreatBoard__Mode"] = IsServer ? "Server" : "Local",
            },
        };
        foreach (var (name, value) in Settings) start.Environment[name] = value;
        return start;
    }

    // What was built and not published finds its static files only in Development.
    private static (string Folder, string Environment) WhatToRun() =>
        Environment.GetEnvironmentVariable("THREATBOARD_PUBLISHED") is { Length: > 0 } published
            ? (published, "Production")
            : (Path.Combine(Repository.Root, "src", "ThreatBoard.Web", "bin", Repository.Configuration, "net10.0"), "Development");

    private void Read(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
        if (line is null) return;
        if (line.Contains("/login?token=", StringComparison.Ordinal) || line.Contains("/setup?token=", StringComparison.Ordinal)) _link.TrySetResult(line.Trim());
        if (line.StartsWith(ReadyAt, StringComparison.Ordinal)) _link.TrySetResult(line[ReadyAt.Length..].Trim());
    }
}
