using System.Collections.Immutable;

namespace ThreatBoard.Web.Commands.Kubernetes;

/// <summary>The verbs about manifests; none of them needs a database or a network.</summary>
public static class KubernetesVerbs
{
    public const string Name = "kubernetes";

    private static readonly ImmutableArray<(Verb Verb, Func<VerbArguments, Terminal, Progress, int> Run)> s_all =
    [
        (ConnectivityVerb.Verb, ConnectivityVerb.Run),
        (FindingsVerb.Verb, FindingsVerb.Run),
        (PathsVerb.Verb, PathsVerb.Run),
        (ImportVerb.Verb, ImportVerb.Run),
    ];

    public static IEnumerable<Verb> All => s_all.Select(pair => pair.Verb);

    /// <param name="typed">What follows <c>kubernetes</c>.</param>
    /// <param name="terminal">Where to read and write.</param>
    /// <param name="clock">Measures how long it takes, for the progress.</param>
    public static int Run(ReadOnlySpan<string> typed, Terminal terminal, TimeProvider clock)
    {
        var name = typed is [var first, ..] ? first : "--help";
        if (name is "--help" or "-h") return ShowAll(terminal);
        var (verb, run) = s_all.FirstOrDefault(pair => pair.Verb.Name == $"{Name} {name}");
        if (verb is null)
        {
            terminal.Complain($"There is no verb “{Name} {name}”. Choose one of: {string.Join(", ", All.Select(known => known.Name))}.");
            return ExitCode.WrongUse;
        }

        var arguments = verb.Read(typed[1..]);
        if (arguments.AsksForHelp || arguments.Problem is not null) return arguments.Answer(terminal);
        using var progress = new Progress(terminal, clock, "Looking for manifests");
        return run(arguments, terminal, progress);
    }

    private static int ShowAll(Terminal terminal)
    {
        foreach (var verb in All) terminal.Print($"{verb.Usage}\n    {verb.Says}\n\n");
        terminal.Print($"threatboard {Name} VERB --help says more. These verbs need no database and no network.\n");
        return ExitCode.Fine;
    }
}
