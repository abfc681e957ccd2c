using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Drawing;

/// <summary>Ways in from outside that policies leave open.</summary>
internal sealed class EntryEdges(GraphDraft draft, Places places)
{
    public void Draw()
    {
        foreach (var entry in draft.Cluster.EntryPoints)
        {
            if (draft.IsFull) return;
            if (IsOpen(entry) && ContainerOf(entry) is { } container)
                draft.Step(entry.IsInternal ? places.InternalNetwork : places.Internet, places.Container(container), Reason(entry));
        }
    }

    /// <summary>Of what comes by a proxy the source is a pod that was not read; where a policy admits pods that were not read, the entry says that it is meant.</summary>
    private bool IsOpen(EntryPoint entry)
    {
        var reach = draft.Cluster.Reach;
        var verdict = entry.IsProxied ? reach.FromStranger(entry.Workload)
            : entry.IsInternal ? reach.From(AddressSet.Private, entry.Workload)
            : reach.FromInternet(entry.Workload);
        var state = entry.Port is { } port ? verdict.Of(entry.Protocol, port) : verdict.State;
        return state == Reachable.Allowed || (state == Reachable.CannotTell && (entry.IsProxied || entry.Workload.UsesHostNetwork));
    }

    private static Container? ContainerOf(EntryPoint entry) =>
        entry.Port is { } port ? entry.Workload.Answering($"{port}") : entry.Workload.Main;

    private static EdgeReason Reason(EntryPoint entry) => new EdgeReason(
        EdgeCodes.Exposed,
        $"gets to {(entry.Port is { } port ? $"its port {port}" : "it")} by {entry.Via}{(entry.Host.Length > 0 ? $" as {entry.Host}" : "")}",
        entry.Evidence.ToValueList()) { Entry = entry };
}
