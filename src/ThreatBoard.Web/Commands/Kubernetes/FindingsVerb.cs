using System.Collections.Immutable;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Kubernetes.Reports;

namespace ThreatBoard.Web.Commands.Kubernetes;

/// <summary><c>kubernetes findings</c>: what the rules say of manifests, for a person, a program or code scanning.</summary>
internal static class FindingsVerb
{
    private static readonly ImmutableDictionary<string, RiskBand> s_thresholds = new Dictionary<string, RiskBand>(StringComparer.Ordinal)
    {
        ["low"] = RiskBand.Low,
        ["medium"] = RiskBand.Medium,
        ["high"] = RiskBand.High,
        ["critical"] = RiskBand.Critical,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    public static Verb Verb { get; } = new(
        "kubernetes findings", ManifestInput.Takes, "Runs all rules over the manifests in files, folders (with all folders in them) or - for standard input.",
        [
            .. ManifestInput.Options,
            new("--format", "How to print (text).", "FORMAT") { OneOf = ["text", "json", "sarif"] },
            new("--sarif", "Also writes the findings as SARIF 2.1.0 into a file.", "FILE"),
            new("--fail-on", "Ends with 1 where a finding is rated so or worse.", "BAND") { OneOf = ["low", "medium", "high", "critical"] },
            new("--all", "Prints every place of every finding, and what the manifests do not answer."),
        ])
    {
        Ending = "Ends with 0; with 1 where --fail-on says so; with 2 for wrong use or manifests that cannot be read.\n"
            + "In a pipeline: threatboard kubernetes findings deploy --fail-on high --sarif threatboard.sarif",
    };

    public static int Run(VerbArguments arguments, Terminal terminal, Progress progress)
    {
        if (ManifestInput.Read(arguments, terminal, progress, namesFromHere: true) is not { } model) return ExitCode.WrongUse;
        var report = FindingsReport.Of(model);
        progress.Dispose();
        if (arguments["--sarif"] is { } file && !TryWrite(file, FindingsSarif.Write(report), terminal)) return ExitCode.WrongUse;
        Print(report, arguments, terminal);
        return arguments["--fail-on"] is { } threshold && report.HasAny(s_thresholds[threshold]) ? ExitCode.No : ExitCode.Fine;
    }

    private static void Print(FindingsReport report, VerbArguments arguments, Terminal terminal)
    {
        if (arguments["--format"] is "json") terminal.PrintDocument(FindingsJson.Write(report));
        else if (arguments["--format"] is "sarif") terminal.PrintDocument(FindingsSarif.Write(report));
        else terminal.Print(text => FindingsText.Write(report, text, arguments.Has("--all")));
    }

    private static bool TryWrite(string file, byte[] content, Terminal terminal)
    {
        try
        {
            File.WriteAllBytes(file, content);
            return true;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            terminal.Complain($"“{file}” cannot be written: {unwritable.Message}");
            return false;
        }
    }
}
