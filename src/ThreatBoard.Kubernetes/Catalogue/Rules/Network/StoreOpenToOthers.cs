using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Derivation;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Network;

/// <summary>Pods that never use the data store can still log in to it or attack it.</summary>
public sealed class StoreOpenToOthers : PodRule
{
    private const int Enough = 20;
    private const int MostAsked = 2_000;
    private static readonly string[] s_ports = ["1433", "1521", "3306", "5432", "5672", "6379", "9042", "9092", "9200", "11211", "27017", "2379"];

    public override RuleCard Card { get; } = new(
        Code: "TB-NET-08",
        Title: "Database or broker reachable from more than its clients",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 3, Impact: 4),
        Why: "Pods that never use the data store can still log in to it or attack it.",
        Mitigations:
        [
            "An ingress policy that names only its clients and its port",
        ],
        Cwe: 653,
        Attack: ["T1210", "T1213"],
        Actor: ActorKind.CompromisedContainer,
        References: new() { Owasp = ["K05"], Microsoft = ["MS-TA9034"] });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster)
    {
        if (!IsStore(workload) || workload.UsesHostNetwork) return [];
        var (ports, clients) = (PortsOf(workload), ClientsByPolicy(workload, cluster));
        var sources = cluster.Reach.MayEnter(workload).Take(MostAsked)
            .Where(from => from != workload && !from.UsesHostNetwork && !DeclaredFlows.In(cluster).Join(from, workload) && !clients.Contains(from))
            .Select(from => (From: from, State: Best(cluster.Reach.Between(from, workload), ports)))
            .Where(source => source.State != Reachable.Denied)
            .Take(Enough).ToList();
        return sources.Count == 0 ? [] : [Seen(sources.OrderByDescending(source => source.State).First(), sources.Count, workload, cluster)];
    }

    /// <summary>Whom a policy of the store names alone: somebody decided that it is a client, though no flow was seen.</summary>
    private static HashSet<Workload> ClientsByPolicy(Workload workload, Cluster cluster)
    {
        var named =
            from policy in cluster.Isolation.Of(workload, Direction.Ingress)
            where !policy.Selector.IsEmpty
            from peer in policy.Rules(Direction.Ingress).SelectMany(rule => NetworkPolicy.Peers(rule, Direction.Ingress))
            where peer["podSelector"].Exists && !peer["podSelector"].IsEmptyMap
            select PeerLookup.In(cluster).Selected(peer, policy.Object.Namespace).Take(2).ToList();
        return [.. named.Where(selected => selected.Count == 1).Select(selected => selected[0])];
    }

    private static Sighting Seen((Workload From, Reachable State) worst, int count, Workload workload, Cluster cluster)
    {
        var isFound = worst.State == Reachable.Allowed;
        var reasons = cluster.Reach.Explain(worst.From, workload).Reasons.Where(reason => reason.Direction == Direction.Ingress);
        return new(
            $"{worst.From.Namespace}/{worst.From.Name}{(count > 1 ? " and others" : "")} {(isFound ? "can" : "perhaps can")} connect to it, and no flow says that {(count > 1 ? "they use" : "it uses")} it.",
            [.. PolicyEvidence.Deciding(reasons, workload, cluster)]) { Answer = isFound ? Answer.Found : Answer.CannotTell };
    }

    private static bool IsStore(Workload workload) =>
        workload.Containers.Any(container => container.Role == ContainerRole.Main && (KnownStores.Find(container.Image) is not null || Array.Exists(s_ports, container.Declares)));

    private static List<int> PortsOf(Workload workload) =>
        [.. workload.Containers.Where(container => container.Role == ContainerRole.Main).SelectMany(container => container.At["ports"].Items)
            .Select(port => port["containerPort"].Number).OfType<long>().Where(number => number is > 0 and < 65_536).Select(number => (int)number).Distinct()];

    private static Reachable Best(Reachability.Verdict verdict, List<int> ports) =>
        ports.Count == 0 ? verdict.State : ports.Max(port => verdict.Of(Protocol.Tcp, port));
}
