using ThreatBoard.Kubernetes.Paths;
using ThreatBoard.Kubernetes.Reports;

namespace ThreatBoard.Web.Commands.Kubernetes;

/// <summary><c>kubernetes paths</c>: what an attacker gains, by which steps, and what would cut them.</summary>
internal static class PathsVerb
{
    public static Verb Verb { get; } = new(
        "kubernetes paths", ManifestInput.Takes,
        "Says what somebody who attacks gains, by the shortest ways over network, exposure, rights, breakouts and shared nodes; only what is surely allowed counts. Without --from and --to: from the internet to whatever is worth protecting.",
        [
            .. ManifestInput.Options,
            new("--format", "How to print (text).", "FORMAT") { OneOf = ["text", "json"] },
            new("--from", "Where the attack begins: internet, a workload (shop/web), a service account, a node.", "START"),
            new("--to", "What is to be protected: api-server, a workload, a secret, a volume, a node. Without --from: who gets there.", "ASSET"),
            new("--fixes", "With --to: the smallest set of fixes that cuts every path from the start, with the patches that do it."),
            new("--fail-on-path", "Ends with 1 where there is a path."),
        ])
    {
        Ending = "Ends with 0; with 1 where --fail-on-path says so; with 2 for wrong use or manifests that cannot be read.\n"
            + "In a pipeline: threatboard kubernetes paths deploy --from internet --to api-server --fail-on-path",
    };

    public static int Run(VerbArguments arguments, Terminal terminal, Progress progress)
    {
        if (ManifestInput.Read(arguments, terminal, progress, namesFromHere: true) is not { } model) return ExitCode.WrongUse;
        progress.Now("Drawing the attack graph");
        var graph = model.Cluster.Attack;
        if (!TryFind(graph, arguments["--from"], terminal, out var start) || !TryFind(graph, arguments["--to"], terminal, out var asset)) return ExitCode.WrongUse;
        var fixes = arguments.Has("--fixes");
        if (fixes && asset is null) return Refuse(terminal, "--fixes cut the paths to one asset: name it with --to.");
        var report = ReportOf(graph, start, asset, fixes);
        progress.Dispose();
        if (arguments["--format"] is "json") terminal.PrintDocument(PathsJson.Write(report, model.Reading));
        else terminal.Print(text => PathsText.Write(report, text));
        return arguments.Has("--fail-on-path") && !report.Paths.IsEmpty ? ExitCode.No : ExitCode.Fine;
    }

    private static PathsReport ReportOf(AttackGraph graph, AttackNode? start, AttackNode? asset, bool fixes) => (start, asset) switch
    {
        (null, { } only) when !fixes => PathsReport.To(graph, only),
        (_, { } end) => PathsReport.Between(graph, start ?? graph.Internet, end, fixes),
        _ => PathsReport.From(graph, start ?? graph.Internet),
    };

    private static bool TryFind(AttackGraph graph, string? name, Terminal terminal, out AttackNode? found)
    {
        found = null;
        if (name is null) return true;
        var all = graph.Named(name);
        if (all.Count == 1) found = all[0];
        else if (all.Count == 0) terminal.Complain($"There is nothing called “{name}”. Name it as in shop/web, internet or api-server.");
        else terminal.Complain(PlainText.OneLine($"“{name}” may be {all.Count} things. Say which by its key: {string.Join(", ", all.Take(10).Select(node => $"{node.Key} ({node.Name})"))}"));
        return found is not null;
    }

    private static int Refuse(Terminal terminal, string problem)
    {
        terminal.Complain(problem);
        return ExitCode.WrongUse;
    }
}
