using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Reports;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Web.Commands.Kubernetes;

/// <summary><c>kubernetes connectivity</c>: who can reach whom by the policies that were read, and why.</summary>
internal static class ConnectivityVerb
{
    private const string NetpolAnalyzer = "netpol-analyzer";

    public static Verb Verb { get; } = new(
        "kubernetes connectivity", ManifestInput.Takes, "Says who can reach whom, on which ports, by NetworkPolicies and cluster-wide policies together: between pods, with addresses outside, and by what is opened to the outside.",
        [
            .. ManifestInput.Options,
            new("--format", "How to print (text); netpol-analyzer prints what is surely allowed in that tool's text format, by its reading of the rules.", "FORMAT") { OneOf = ["text", "json", NetpolAnalyzer] },
            new("--from", "Only what leaves this workload: shop/web, or web where there is one.", "WORKLOAD"),
            new("--to", "Only what enters this workload. With --from: whether it may talk, and why.", "WORKLOAD"),
            new("--explain", "Says for every pair which policy and rule admits or denies it."),
            new("--ip-blocks-match-pods", "An ipBlock matches addresses of pods too; network plugins disagree about that."),
        ])
    {
        Ending = "Ends with 0; with 2 for wrong use, and for manifests that cannot be read or whose policies a cluster would refuse.",
    };

    public static int Run(VerbArguments arguments, Terminal terminal, Progress progress)
    {
        if (ManifestInput.ReadObjects(arguments, terminal, progress, namesFromHere: true) is not { } reading) return ExitCode.WrongUse;
        var connectivity = Connectivity.Of(reading, SettingsOf(arguments));
        foreach (var note in connectivity.Notes.Take(20)) terminal.Complain(PlainText.OneLine(note));
        if (connectivity.IsRefused) return Refuse(connectivity, terminal);
        if (!TryFind(connectivity.Cluster, arguments["--from"], terminal, out var from) || !TryFind(connectivity.Cluster, arguments["--to"], terminal, out var to)) return ExitCode.WrongUse;
        Print(new(connectivity, from, to), reading, arguments, terminal, progress);
        return ExitCode.Fine;
    }

    private static ReachSettings SettingsOf(VerbArguments arguments) =>
        (arguments["--format"] is NetpolAnalyzer ? ReachSettings.NetpolAnalyzer : ReachSettings.Default) with { BlocksMatchPods = arguments.Has("--ip-blocks-match-pods") };

    private static void Print(ConnectivityReport report, ManifestReading reading, VerbArguments arguments, Terminal terminal, Progress progress)
    {
        var explained = arguments.Has("--explain");
        switch (arguments["--format"])
        {
            case NetpolAnalyzer:
                foreach (var line in NetpolAnalyzerText.Lines(report.Cluster, report.Reach)) terminal.Print($"{line}\n");
                break;
            case "json":
                var json = ConnectivityJson.Write(report, reading, explained);
                progress.Dispose();
                terminal.PrintDocument(json);
                break;
            default:
                progress.Dispose();
                terminal.Print(text => ConnectivityText.Write(report, text, explained));
                break;
        }
    }

    private static int Refuse(Connectivity connectivity, Terminal terminal)
    {
        terminal.Complain("A cluster would not take these policies as they are; nothing is said about them:");
        foreach (var refusal in connectivity.Refusals) terminal.Complain($"  {PlainText.OneLine(refusal)}");
        return ExitCode.WrongUse;
    }

    private static bool TryFind(Cluster cluster, string? name, Terminal terminal, out Workload? found)
    {
        found = null;
        if (name is null) return true;
        var all = ConnectivityReport.Named(cluster, name);
        if (all.Count == 1) found = all[0];
        else if (all.Count == 0) terminal.Complain($"There is no workload “{name}”. Name it as in shop/web; without --from and --to all are listed.");
        else terminal.Complain($"“{name}” is the name of {all.Count} workloads. Say which: {string.Join(", ", all.Take(20).Select(ConnectivityReport.NameOf))}.");
        return found is not null;
    }
}
