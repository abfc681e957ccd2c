using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>The labels by which people say to which tier, or to which level of trust, a workload belongs.</summary>
internal static class Tiers
{
    private static readonly string[] s_labels = ["tier", "trust", "zone", "app.kubernetes.io/component", "component"];

    /// <summary>The first of these labels that has different values on the workloads; null: none has.</summary>
    public static string? Parting(IReadOnlyList<Workload> workloads) => Array.Find(
        s_labels, label => workloads.Select(workload => workload.Labels.GetValueOrDefault(label)).OfType<string>().Distinct(StringComparer.Ordinal).Take(2).Count() > 1);
}
