using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Web.Clusters;

namespace ThreatBoard.Web.Features.Diagram.Overlays;

/// <summary>Flows of the model that the policies deny, or about which they cannot tell.</summary>
public static class DeniedFlows
{
    /// <summary>Flows that no policy speaks of, such as those to a volume, are left out.</summary>
    public static IEnumerable<FlowStanding> Of(ClusterLook look) =>
        from flow in look.Content.All<Flow>().OrderBy(flow => flow.Id)
        let state = StateOf(look, flow)
        where state is Reachable.Denied or Reachable.CannotTell
        select new FlowStanding($"{flow.Id}", state is Reachable.Denied ? "denied" : "unclear");

    /// <summary>Null where the cluster's policies say nothing about the flow.</summary>
    public static Reachable? StateOf(ClusterLook look, Flow flow)
    {
        if (look.Content.Find<Component>(flow.Ends.From.Value) is not { } from || look.Content.Find<Component>(flow.Ends.To.Value) is not { } to) return null;
        var verdict = (look.WorkloadOf(from), look.WorkloadOf(to)) switch
        {
            ({ } one, { } other) => look.Cluster.Reach.Between(one, other),
            // Through an Ingress it is a pod that nobody read that calls.
            (null, { } inside) when ClusterLook.IsInternet(from) => look.Cluster.Reach.FromInternet(inside).Or(look.Cluster.Reach.FromStranger(inside)),
            ({ } inside, null) when ClusterLook.IsInternet(to) => look.Cluster.Reach.ToInternet(inside),
            _ => null,
        };
        return verdict is null ? null : flow.Port is { } port ? verdict.Of(ProtocolOf(flow), port) : verdict.State;
    }

    private static Protocol ProtocolOf(Flow flow) => flow.Protocol.ToUpperInvariant() switch
    {
        "UDP" or "DNS" or "QUIC" or "SYSLOG" => Protocol.Udp,
        "SCTP" => Protocol.Sctp,
        _ => Protocol.Tcp,
    };
}
