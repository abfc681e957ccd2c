using ThreatBoard.Kubernetes.Derivation;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Availability;

/// <summary>What users from outside need: workloads with an entry point, and those that these name in their settings, and so on.</summary>
internal static class UserPath
{
    public static IReadOnlySet<Workload> Of(Cluster cluster)
    {
        var reached = cluster.EntryPoints.Where(entry => cluster.Reach.Through(entry) != Reachable.Denied).Select(entry => entry.Workload).ToHashSet();
        if (reached.Count == 0) return reached;
        var flows = new FlowDrafts(cluster);
        new MentionedFlows(cluster, flows).Run();
        var next = flows.Joined.ToLookup(pair => pair.From, pair => pair.To);
        var waiting = new Queue<Workload>(reached);
        while (waiting.TryDequeue(out var from))
            foreach (var to in next[from])
                if (reached.Add(to)) waiting.Enqueue(to);
        return reached;
    }
}
