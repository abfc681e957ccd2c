using System.Globalization;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Domain.Revisions;

namespace ThreatBoard.Web.Commands;

/// <summary>Proves that the stored history is what was written: the security audit, every journal and every revision.</summary>
/// <remarks>It asks nobody who they are: whoever can run it holds the owner's connection to the database.</remarks>
public static class VerifyCommand
{
    /// <returns>0 when all holds, else 1, with a line for each thing that does not.</returns>
    public static async Task<int> RunAsync(IConfiguration configuration, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        await using var database = await BackupCommand.OpenAsync(configuration, cancel);
        return await PrintAsync(await database.VerifyAsync(progress: null, cancel), output, errors);
    }

    /// <summary>Compares a hash that somebody kept on paper with the stored revisions of a model.</summary>
    /// <returns>0 when a revision has it and the chain holds, else 1.</returns>
    public static async Task<int> FindAsync(string model, string hash, IConfiguration configuration, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        if (!Guid.TryParse(model, out var id))
        {
            await errors.WriteLineAsync("Name the model by its id, as its address has it: verify --revision-hash MODEL HEX");
            return 1;
        }

        if (PaperHash.Parse(hash) is not { } paper)
        {
            await errors.WriteLineAsync(PaperHash.Problem(hash));
            return 1;
        }

        await using var database = await BackupCommand.OpenAsync(configuration, cancel);
        var (revision, problem) = await database.FindRevisionAsync(id, paper, cancel);
        if (problem is not null) await errors.WriteLineAsync($"DAMAGED  {problem}");
        await output.WriteLineAsync(revision is { } number
            ? string.Create(CultureInfo.InvariantCulture, $"Revision {number} {(paper.IsWhole ? "has this hash" : $"has a hash that begins with these {paper.Digits.Length} digits")}{(problem is null ? ", and all revisions of the model are what was published" : "")}.")
            : "No revision of this model has this hash.");
        return revision is not null && problem is null ? 0 : 1;
    }

    /// <returns>0 when all holds, else 1.</returns>
    public static async Task<int> PrintAsync(HistoryReport report, TextWriter output, TextWriter errors)
    {
        foreach (var damage in report.Damages)
            await errors.WriteLineAsync(OneLine($"DAMAGED  {damage.Where}: {damage.What}"));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{(report.Holds ? "All holds" : "Not all holds")}: {report.Lines} lines of the security audit, {report.Entries} journal entries and {report.Revisions} revisions of {report.Models} models are what was written."));
        return report.Holds ? 0 : 1;
    }

    // A model's name is somebody's text: it must not print lines of its own.
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
