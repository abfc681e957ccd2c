using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Derivation;

/// <summary>Flows that only an egress rule tells of: it names a single workload, and nothing else says that there is a flow.</summary>
internal sealed class PolicyFlows(Cluster cluster, FlowDrafts flows)
{
    private readonly Dictionary<(string Policy, string Peer), Workload?> _named = [];

    public void Run()
    {
        foreach (var workload in cluster.Workloads)
            foreach (var policy in cluster.Isolation.Of(workload, Direction.Egress))
                foreach (var rule in policy.Rules(Direction.Egress))
                    foreach (var peer in NetworkPolicy.Peers(rule, Direction.Egress))
                    {
                        if (!flows.TakeLook()) return;
                        Look(workload, policy, rule, peer);
                    }
    }

    private void Look(Workload workload, NetworkPolicy policy, Cursor rule, Cursor peer)
    {
        if (workload.Main is not { } from || Named(policy, peer) is not { } target || target == workload || flows.Joins(workload, target)) return;
        var ports = rule["ports"].Items.Select(p => p["port"].Text).OfType<string>().ToList();
        foreach (var port in ports.DefaultIfEmpty(""))
        {
            if (target.Answering(port) is not { } to) continue;
            var number = int.TryParse(port, out var given) ? given : to.PortNamed(port);
            flows.Add(from, to, service: null, number, KnownProtocols.Of(null, "", number), number == 443 ? Encryption.Tls : Encryption.Unknown, peer["podSelector"].Evidence);
        }
    }

    /// <summary>The one workload that a peer names; looked for once, however many pods the policy selects.</summary>
    private Workload? Named(NetworkPolicy policy, Cursor peer)
    {
        var key = (policy.Object.Key, peer.Path);
        if (!_named.TryGetValue(key, out var named)) _named[key] = named = Find(policy, peer);
        return named;
    }

    private Workload? Find(NetworkPolicy policy, Cursor peer)
    {
        if (!peer["podSelector"].Exists || new LabelSelector(peer["podSelector"]).IsEmpty) return null;
        var found = cluster.Reach.Select(policy, peer).Take(2).ToList();
        return found is [var only] ? only : null;
    }
}
