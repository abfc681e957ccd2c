using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Workloads;

/// <summary>Folds what a cluster made into what made it: pods into their ReplicaSet, that into its Deployment, Jobs into their CronJob.</summary>
internal sealed class Ownership(ILookup<string, Cursor> byKind, Func<string, Cursor?> find)
{
    private const int Deepest = 5;

    private static readonly ImmutableArray<string> s_kinds =
        ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job", "CronJob", "Pod"];

    /// <summary>One for each topmost owner, read or only named; in the order of kinds, then by key.</summary>
    public IEnumerable<Workload> Workloads() =>
        s_kinds.SelectMany(kind => byKind[kind])
            .Where(root => !HasEnded(root))
            .Select(root => (Root: root, Top: TopOf(root, 0)))
            .GroupBy(member => member.Top.Key, StringComparer.Ordinal)
            .Select(group => Made(group.First().Top, [.. group.Select(member => member.Root)]));

    private static Workload Made(OwnerName top, IReadOnlyList<Cursor> members)
    {
        var template = members.FirstOrDefault(member => member.Object.Key == top.Key) is { Object: not null } own ? own : members.MinBy(IsIdle);
        return new(template, top) { Pods = [.. members.Where(member => member.Object.Kind == "Pod")] };
    }

    /// <summary>A ReplicaSet of an earlier roll-out, which keeps no pods any more.</summary>
    private static bool IsIdle(Cursor root) => root["spec"]["replicas"].Number == 0;

    private static bool HasEnded(Cursor root) => root.Object.Kind == "Pod" && root["status"]["phase"].Text is "Succeeded" or "Failed";

    private OwnerName TopOf(Cursor root, int depth)
    {
        var self = OwnerName.Of(root.Object);
        if (depth >= Deepest || OwnerName.FirstOf(root) is not { } owner) return self;
        var isMaker = s_kinds.Contains(owner.Kind, StringComparer.Ordinal);
        if (isMaker && find(owner.Key) is { } read) return TopOf(read, depth + 1);
        if (root.Object.Kind == "Pod") return OwnerOfOwner(root, owner) is { } above ? TopOf(above, depth + 1) : owner;
        return isMaker ? owner : self;
    }

    /// <summary>Where the pod's owner was not read, its name still tells of a Deployment or a CronJob that was.</summary>
    private Cursor? OwnerOfOwner(Cursor pod, OwnerName owner)
    {
        var (kind, hash) = owner.Kind switch
        {
            "ReplicaSet" => ("apps/Deployment", pod.Object.Labels.GetValueOrDefault("pod-template-hash", "")),
            "Job" => ("batch/CronJob", owner.Name[(owner.Name.LastIndexOf('-') + 1)..]),
            _ => ("", ""),
        };
        return hash.Length > 0 && owner.Name.Length > hash.Length + 1 && owner.Name.EndsWith($"-{hash}", StringComparison.Ordinal)
            ? find($"{kind}/{pod.Object.Namespace}/{owner.Name[..^(hash.Length + 1)]}")
            : null;
    }
}
