using System.Text.Json;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Reports;
using ThreatBoard.Web.Api;
using ThreatBoard.Web.Commands.Kubernetes;
using ThreatBoard.Web.Importing;

namespace ThreatBoard.Web.Commands.Pushing;

/// <summary><c>push</c>: sends manifests to a ThreatBoard, where they become a change set that waits for a person.</summary>
public static class PushVerb
{
    /// <summary>The environment variable that holds the token: arguments are seen by everybody on the machine.</summary>
    public const string TokenVariable = "THREATBOARD_TOKEN";

    public static Verb Verb { get; } = new(
        "push", "PATH… --server URL --model ID",
        $"Sends the manifests to a model, where they become a change set that waits for a person. The token (Account → Personal access tokens, scope imports:write) comes from {TokenVariable}, or as the first line of standard input.",
        [
            new("--server", "Where ThreatBoard runs, as in https://threatboard.example.org.", "URL"),
            new("--model", "The model's id, as its address has it.", "ID"),
            new("--source", "The repository or service that the manifests come from (the name of the first folder).", "NAME"),
            new("--cluster", "The cluster that they are applied to (cluster).", "NAME"),
            new("--environment", "The environment of that cluster.", "NAME"),
            new("--namespace", "Where objects go that name no namespace, as kubectl -n would set it (default).", "NAME", "-n"),
            new("--prefer", "Of files that define the same object differently, this one counts. May be given several times, the first counts most.", "FILE") { Repeats = true },
            new("--leave-out", "Does not read this file. May be given several times.", "FILE") { Repeats = true },
            new("--key", "Makes repeating safe: a push with the same key and content is one, as in --key \"$CI_COMMIT_SHA\".", "KEY"),
            new("--token-stdin", "Reads the token from standard input."),
            new("--allow-http", "Sends the token over http:// to another machine, too: anybody on the way can read it."),
            new("--format", "How to print the answer (text).", "FORMAT") { OneOf = ["text", "json"] },
        ])
    {
        Ending = "Ends with 0; with 1 where the server refuses or does not answer; with 2 for wrong use or manifests that cannot be read.",
    };

    /// <param name="typed">What follows <c>push</c>.</param>
    /// <param name="terminal">Where to read and write.</param>
    /// <param name="token">What the environment says; null where it says nothing.</param>
    /// <param name="clock">Makes the key of a push that was given none, and measures the time.</param>
    /// <param name="cancel">Ends the waiting for an answer.</param>
    public static async Task<int> RunAsync(string[] typed, Terminal terminal, string? token, TimeProvider clock, CancellationToken cancel)
    {
        var arguments = Verb.Read(typed);
        if (arguments.AsksForHelp || arguments.Problem is not null) return arguments.Answer(terminal);
        var (push, problem) = PushRequest.Read(arguments, clock);
        if (push is null) return Refuse(terminal, problem!);
        if (await TokenAsync(arguments, terminal, token, cancel) is not { } secret)
            return Refuse(terminal, $"There is no token. Set {TokenVariable}, or give it on standard input with --token-stdin; never as an argument.");
        using var progress = new Progress(terminal, clock, "Looking for manifests");
        var files = new ManifestFiles(Budget.Default);
        foreach (var path in arguments.Words) files.Take(path, nameFrom: null, Stream.Null);
        if (files.Problem is not null || files.Uploads.Count == 0) return Refuse(terminal, files.Problem ?? "There are no .yaml, .yml, .json or .zip files in it.");
        progress.Now($"Sending {files.Uploads.Count} files");
        var answer = await new PushClient(push, secret).SendAsync(PushBody.Of(files.Uploads), cancel);
        progress.Dispose();
        return Tell(answer, push, arguments, terminal);
    }

    private static async Task<string?> TokenAsync(VerbArguments arguments, Terminal terminal, string? token, CancellationToken cancel)
    {
        if (!arguments.Has("--token-stdin")) return string.IsNullOrWhiteSpace(token) ? null : token.Trim();
        using var input = new StreamReader(terminal.Input, leaveOpen: true);
        return (await input.ReadLineAsync(cancel))?.Trim() is { Length: > 0 } line ? line : null;
    }

    private static int Tell(PushAnswer answer, PushRequest push, VerbArguments arguments, Terminal terminal)
    {
        if (answer.Import is not { } import)
        {
            terminal.Complain(PlainText.OneLine(answer.Problem));
            foreach (var line in answer.Details) terminal.Complain($"  {PlainText.OneLine(line)}");
            return ExitCode.No;
        }

        foreach (var problem in import.Problems) terminal.Complain(PlainText.OneLine(problem));
        if (arguments["--format"] is "json") terminal.PrintDocument(JsonSerializer.SerializeToUtf8Bytes(import, JsonSerializerOptions.Web));
        else terminal.Print($"{PlainText.Count(import.Objects, "object")} stored as a change set ({PlainText.OneLine(import.State)}). A person accepts or discards it: {push.AddressOf(import.Review)}\n");
        return ExitCode.Fine;
    }

    private static int Refuse(Terminal terminal, string problem)
    {
        terminal.Complain(problem);
        return ExitCode.WrongUse;
    }
}
