using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Containers that take a port of their node for themselves.</summary>
internal static class HostPortEntries
{
    public static IEnumerable<EntryPoint> Of(Cluster cluster) =>
        from workload in cluster.Workloads
        from container in workload.Containers
        from port in container.At["ports"].Items
        let opened = workload.UsesHostNetwork ? port["containerPort"] : port["hostPort"]
        where opened.Number is > 0 and < 65_536
        let protocol = Protocols.Parse(port["protocol"].Text ?? "TCP")
        where protocol is not null
        select new EntryPoint(
            workload, EntryKind.HostPort, IsInternal: false, workload.Key, protocol.Value, (int?)port["containerPort"].Number, "", [opened.Evidence]);
}
