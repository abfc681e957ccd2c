using System.ComponentModel;
using System.Diagnostics;

namespace ThreatBoard.Data.Embedded;

/// <summary>What a program that ended said and how it ended.</summary>
public sealed record ProgramResult(string Command, int ExitCode, string Output);

/// <summary>Runs a program to its end, with a plain environment and nothing to read.</summary>
public static class ExternalProgram
{
    /// <summary>Never throws on a failing program: see <see cref="OrThrowAsync"/>.</summary>
    /// <exception cref="EmbeddedPostgresException">The program is not there; names the package that brings it.</exception>
    public static async Task<ProgramResult> RunAsync(ProcessStartInfo command, CancellationToken cancel)
    {
        Plain(command);
        using var process = StartOrName(command);
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var errors = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            var said = string.Join('\n', new[] { await output, await errors }.Select(text => text.Trim()).Where(text => text.Length > 0));
            return new(Path.GetFileName(command.FileName), process.ExitCode, said);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    public static async Task<ProgramResult> OrThrowAsync(this Task<ProgramResult> running) =>
        await running is var result && result.ExitCode == 0
            ? result
            : throw new EmbeddedPostgresException($"{result.Command} failed with exit code {result.ExitCode}: {result.Output}{MissingLibrary(result.Output)}");

    private static void Plain(ProcessStartInfo command)
    {
        command.RedirectStandardInput = command.RedirectStandardOutput = command.RedirectStandardError = true;
        foreach (var name in command.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal) && name != "PGDATA").ToList())
            command.Environment.Remove(name);
        command.Environment["LC_ALL"] = "C";
    }

    private static Process StartOrName(ProcessStartInfo command)
    {
        try
        {
            return Process.Start(command) ?? throw new EmbeddedPostgresException($"{command.FileName} did not start.");
        }
        catch (Win32Exception missing)
        {
            throw new EmbeddedPostgresException($"{command.FileName} cannot be run ({missing.Message}).{Package(command.FileName)}", missing);
        }
    }

    private static string Package(string program) => program switch
    {
        "setpriv" => " It lets a root process start PostgreSQL as somebody else. Install it: apt-get install -y util-linux",
        "chown" => " Install it: apt-get install -y coreutils",
        _ => "",
    };

    private static string MissingLibrary(string output) =>
        output.Contains("error while loading shared libraries", StringComparison.Ordinal)
            ? "\nA shared library of PostgreSQL is missing. Run `npm ci` again, or use the machine's own: apt-get install -y postgresql"
            : "";
}
