using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Breakouts;

/// <summary>Capabilities with a public recipe that leads out of the container.</summary>
/// <remarks>SYS_PTRACE leads out only where processes of the node are seen, and that is a way of its own.</remarks>
public sealed class EscapeCapabilities : Breakout
{
    private static readonly string[] s_escape = ["ALL", "SYS_ADMIN", "SYS_MODULE", "SYS_RAWIO", "DAC_READ_SEARCH", "BPF"];

    public override string Code => "capability";

    internal static bool LeadsOut(string capability) => s_escape.Contains(capability, StringComparer.Ordinal);

    public override EdgeReason? Of(Container container) =>
        !container.Workload.HasOwnUsers && container.AddedCapabilities.Where(LeadsOut).ToList() is { Count: > 0 } added
            ? Because(container, $"has {string.Join(", ", added)}, which leads out of the container", container.Security["capabilities"]["add"])
            : null;
}
