using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Paths;
using ThreatBoard.Kubernetes.Paths.Fixes;

namespace ThreatBoard.Kubernetes.Reports;

/// <summary>Attack paths for programs, with the patches that cut them where they were asked for.</summary>
public static class PathsJson
{
    /// <summary>Raised when a field goes or changes its meaning; new fields do not raise it.</summary>
    public const int Format = 1;

    public static byte[] Write(PathsReport report, ManifestReading reading) => ReportJson.Write(new
    {
        Format,
        ReportJson.Tool,
        Input = ReportJson.InputOf(reading),
        Start = Node(report.Start),
        Asset = Node(report.Asset),
        report.Reached,
        Complete = !report.Graph.IsCut,
        Paths = report.Paths.Select(path => new { Start = Node(path.Start), End = Node(path.End), Steps = path.Steps.Select(Step) }),
        FurtherPaths = report.Further,
        Plan = report.Plan is null ? null : Plan(report.Plan),
    });

    private static object? Node(AttackNode? node) => node is null ? null : new { node.Key, Kind = node.Kind.ToString(), node.Name };

    private static object Step(AttackStep step) => new
    {
        From = step.From.Key,
        To = step.To.Key,
        step.Code,
        step.Because,
        Evidence = step.Evidence.Select(seen => new { seen.Object, seen.Path, seen.Value }),
    };

    private static object Plan(CutPlan plan) => new
    {
        plan.IsExact,
        plan.IsNeedless,
        plan.ClosesDeclaredFlow,
        Left = plan.Left?.ToString(),
        Fixes = JointPatches.ByFix(plan.Fixes).Select(one => new { one.Fix.Key, one.Fix.Title, one.Fix.Why, Patches = one.Patches.Select(patch => patch.Yaml) }),
    };
}
