using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Derivation;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Reports;
using ThreatBoard.Web.Importing;

namespace ThreatBoard.Web.Commands.Kubernetes;

/// <summary>What all verbs about manifests have in common: which files, how they are read, and what is said about what could not be.</summary>
internal static class ManifestInput
{
    public const string Takes = "PATH…";

    private const string DefaultCluster = "cluster";

    /// <summary>Lines about problems that are printed; the rest are counted.</summary>
    private const int MostProblems = 20;

    public static ImmutableArray<VerbOption> Options { get; } =
    [
        new("--namespace", "Where objects go that name no namespace, as kubectl -n would set it (default).", "NAME", "-n"),
        new("--cluster", "The cluster's name in what is derived (cluster).", "NAME"),
        new("--prefer", "Of files that define the same object differently, this one counts. May be given several times, the first counts most.", "FILE") { Repeats = true },
        new("--leave-out", "Does not read this file. May be given several times.", "FILE") { Repeats = true },
        new("--take-last", "Of files that define the same object differently the last counts, as the last one applied would."),
        new("--strict", "Ends with 2 where any file or document could not be read."),
    ];

    /// <returns>The model, or null after saying on the errors why there is none.</returns>
    /// <param name="arguments">What was typed.</param>
    /// <param name="terminal">Where what could not be read is said.</param>
    /// <param name="progress">Told of the steps.</param>
    /// <param name="namesFromHere">Files go by their path from the working folder, for people to open; else from the folder that was named, so that the result is the same everywhere.</param>
    public static ManifestModel? Read(VerbArguments arguments, Terminal terminal, Progress progress, bool namesFromHere)
    {
        if (ReadObjects(arguments, terminal, progress, namesFromHere) is not { } reading) return null;
        var source = DescriptionOf(arguments);
        if (source.Problem is null) return ManifestModel.Of(reading, new(source.Cluster, source.Environment, source.Name));
        terminal.Complain(source.Problem);
        return null;
    }

    /// <inheritdoc cref="Read" />
    /// <returns>What was read, or null after saying on the errors why there is nothing.</returns>
    public static ManifestReading? ReadObjects(VerbArguments arguments, Terminal terminal, Progress progress, bool namesFromHere)
    {
        if (arguments.Words.Count == 0) return Refuse(terminal, $"Name the folder of your manifests: {arguments.Verb.Usage}");
        var files = new ManifestFiles(Budget.Default);
        foreach (var path in arguments.Words) files.Take(path, namesFromHere ? Environment.CurrentDirectory : null, terminal.Input);
        if (files.Problem is { } problem) return Refuse(terminal, problem);
        progress.Now($"Reading {files.Uploads.Count} files");
        var reading = ManifestReader.Read(files.Uploads, Budget.Default, new()
        {
            Namespace = arguments["--namespace"],
            Prefer = [.. arguments.All("--prefer")],
            LeaveOut = [.. arguments.All("--leave-out")],
        });
        progress.Pause();
        progress.Now($"Analysing {reading.Objects.Length} objects");
        return IsUsable(reading, arguments, terminal) ? reading : null;
    }

    private static SourceText DescriptionOf(VerbArguments arguments) =>
        new(arguments["--source"] ?? Cut(NameOf(arguments.Words[0])), arguments["--cluster"] ?? DefaultCluster, arguments["--environment"] ?? "");

    private static bool IsUsable(ManifestReading reading, VerbArguments arguments, Terminal terminal)
    {
        if (!arguments.Has("--take-last") && FileChoice.Of(reading.Variants.Where(variant => !variant.IsDecided)) is { Length: > 0 } choices)
        {
            AskFor(choices, terminal);
            return false;
        }

        Tell(reading, terminal);
        if (reading.Spent.Exhausted is not null) return false;
        if (reading.Objects.IsEmpty)
        {
            terminal.Complain("No Kubernetes object was read. Name a folder with .yaml, .yml, .json or .zip files of manifests; render Helm charts first (helm template).");
            return false;
        }

        if (!arguments.Has("--strict") || !reading.Problems.Any(problem => problem.Severity is ProblemSeverity.Refused)) return true;
        terminal.Complain("Not everything could be read (above), and --strict was given.");
        return false;
    }

    private static void Tell(ManifestReading reading, Terminal terminal)
    {
        foreach (var problem in reading.Problems.OrderByDescending(problem => problem.Severity).Take(MostProblems)) terminal.Complain(LineOf(problem));
        var more = Math.Max(reading.Problems.Length - MostProblems, 0) + reading.FurtherProblems;
        if (more > 0) terminal.Complain($"… and {more} more messages; --format json has them all.");
    }

    private static void AskFor(ImmutableArray<FileChoice> choices, Terminal terminal)
    {
        terminal.Complain("Some files define the same objects differently. Say which ones count with --prefer FILE or --leave-out FILE, or take the last of each with --take-last:");
        foreach (var choice in choices.Take(MostProblems)) terminal.Complain($"  {PlainText.OneLine(choice.ToString())}");
        if (choices.Length > MostProblems) terminal.Complain($"  … and {choices.Length - MostProblems} more");
    }

    private static string LineOf(ReadingProblem problem)
    {
        var where = problem.File.Length == 0 ? "" : problem.Line > 0 ? $"{problem.File}:{problem.Line}: " : $"{problem.File}: ";
        return PlainText.OneLine($"{problem.Severity.ToString().ToLowerInvariant()}: {where}{problem.Message} {problem.Remedy}".TrimEnd());
    }

    private static string NameOf(string path) =>
        path == ManifestFiles.StandardInput ? ManifestFiles.InputName : new DirectoryInfo(path).Name is { Length: > 0 } name ? name : "manifests";

    private static string Cut(string name) => name.Length > Limits.Name ? name[..Limits.Name] : name;

    private static ManifestReading? Refuse(Terminal terminal, string problem)
    {
        terminal.Complain(problem);
        return null;
    }
}
