using System.Diagnostics;
using System.Globalization;
using System.Net;
using ThreatBoard.Testing.Circuits;
using ThreatBoard.Testing.Running;

namespace ThreatBoard.Benchmarks;

/// <summary>What the server's process takes.</summary>
/// <param name="Processor">Processor time so far, in milliseconds.</param>
/// <param name="Heap">Bytes that are alive after a full collection.</param>
/// <param name="Resident">Bytes that the process has in memory after it.</param>
/// <param name="Circuits">Circuits that it holds.</param>
public sealed record ProcessFigures(long Heap, long Resident, int Circuits, long Processor);

/// <summary>A <see cref="MeasuredServer"/> in a process of its own, with a PostgreSQL as durable as a user's.</summary>
public sealed class MeasuredApp : IAsyncDisposable
{
    private readonly string _folder = RunningApp.NewFolder();
    private readonly SemaphoreSlim _asking = new(1);
    private Process? _process;

    public Uri Url { get; private set; } = null!;

    public string DataFolder => Path.Combine(_folder, "data");

    public async Task StartAsync()
    {
        _process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [MeasuredServer.Verb])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ThreatBoard__Embedded__Data"] = DataFolder,
                ["ConnectionStrings__ThreatBoard"] = "",
                // As the web project has it.
                ["DOTNET_gcServer"] = "1",
            },
        })!;
        Url = new(await AnswerAsync(MeasuredServer.Ready));
    }

    public async Task<ProcessFigures> MemoryAsync()
    {
        var parts = (await AskAsync("memory")).Split(' ').Select(part => long.Parse(part, CultureInfo.InvariantCulture)).ToList();
        return new(parts[0], parts[1], (int)parts[2], parts[3]);
    }

    /// <summary>A browser in which somebody new is signed in.</summary>
    public async Task<BrowserHttp> PersonAsync(string name)
    {
        var cookie = (await AskAsync(name)).Split(' ');
        var web = new BrowserHttp(Url);
        web.Cookies.Add(Url, new Cookie(cookie[0], cookie[1]));
        return web;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
            _process.Dispose();
        }

        _asking.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> AskAsync(string question)
    {
        await _asking.WaitAsync();
        try
        {
            await _process!.StandardInput.WriteLineAsync(question);
            return await AnswerAsync("= ");
        }
        finally
        {
            _asking.Release();
        }
    }

    private async Task<string> AnswerAsync(string beginning)
    {
        while (await _process!.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith(beginning, StringComparison.Ordinal)) return line[beginning.Length..];
        throw new InvalidOperationException("The server ended.");
    }
}
