using System.Globalization;
using ThreatBoard.Kubernetes.Paths;

namespace ThreatBoard.Kubernetes.Reports;

/// <summary>Attack paths for a person at a terminal: step by step, each with the reason why it is possible, and what would cut them.</summary>
public static class PathsText
{
    private const int LongestStep = 1_000;

    public static void Write(PathsReport report, TextWriter output)
    {
        output.WriteLine(PlainText.OneLine(Heading(report)));
        foreach (var path in report.Paths) WritePath(path, output);
        if (report.Further > 0) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n… and {report.Further} more. Name both ends with --from and --to."));
        if (report.Graph.IsCut) output.WriteLine("\nThe cluster has more edges than are kept: every path is true, but some may be missing.");
        if (report.Plan is { } plan) WritePlan(plan, output);
    }

    private static string Heading(PathsReport report) => report switch
    {
        { Start: { } start, Asset: { } asset, Paths.IsEmpty: true } => $"No path leads from {start.Name} to {asset.Name}.",
        { Start: { } start, Asset: { } asset } => $"From {start.Name} to {asset.Name}:",
        { Start: { } start } => $"From {start.Name} {PlainText.Count(report.Reached, "thing")} can be reached, {(report.Paths.IsEmpty ? "none of them worth protecting" : string.Create(CultureInfo.InvariantCulture, $"{report.Paths.Length + report.Further} of them worth protecting"))}.",
        _ => $"{PlainText.Count(report.Reached, "thing")} can reach {report.Asset!.Name}{(report.Paths.IsEmpty ? "." : ":")}",
    };

    private static void WritePath(AttackPath path, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(PlainText.OneLine($"{path.Start.Name} → {path.End.Name}, {PlainText.Count(path.Steps.Count, "step")}"));
        var number = 0;
        foreach (var step in path.Steps)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {++number}. {PlainText.OneLine(step.ToString(), LongestStep)}"));
            foreach (var seen in step.Evidence.Take(3)) output.WriteLine($"       {PlainText.OneLine($"{seen.Object}  {seen.Path}{(seen.Value.Length == 0 ? "" : $": {seen.Value}")}")}");
        }
    }

    private static void WritePlan(Paths.Fixes.CutPlan plan, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(PlainText.OneLine(plan.Words));
        foreach (var (fix, patches) in Paths.Fixes.JointPatches.ByFix(plan.Fixes))
        {
            output.WriteLine();
            output.WriteLine(PlainText.OneLine($"{fix.Title}: {fix.Why}"));
            foreach (var patch in patches)
                foreach (var line in patch.Yaml.TrimEnd().Split('\n')) output.WriteLine($"    {PlainText.OneLine(line, int.MaxValue)}");
        }
    }
}
