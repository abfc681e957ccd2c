using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Drawing;

/// <summary>Whether pods tolerate what keeps others off a node.</summary>
internal static class Taints
{
    public static bool IsTolerated(Cursor taint, Workload workload) => workload.Pod["tolerations"].Items.Any(toleration =>
        toleration["effect"].Text is not { Length: > 0 } effect || effect == taint["effect"].Text
            ? Matches(toleration, taint["key"].Text, taint["value"].Text ?? "") : false);

    /// <summary>An operator Exists without a key tolerates everything.</summary>
    private static bool Matches(Cursor toleration, string? key, string value) => toleration["operator"].Text == "Exists"
        ? toleration["key"].Text is not { Length: > 0 } own || own == key
        : toleration["key"].Text == key && (toleration["value"].Text ?? "") == value;
}
