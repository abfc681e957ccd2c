using System.Collections.Immutable;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>All policies of a cluster, read once: which bear on a class of pods in a direction, and what is wrong with them.</summary>
internal sealed class PolicyBook
{
    private static readonly Direction[] s_directions = [Direction.Ingress, Direction.Egress];
    private readonly Cluster _cluster;
    private readonly PodClasses _classes;
    private readonly Dictionary<(NetworkPolicy, Direction), Layer> _layers = [];
    private readonly List<(PolicyTier Tier, Direction Direction, Layer Layer, Selection Subject)> _wide = [];
    private readonly ILookup<string, Cursor> _plugin;
    private readonly NetworkPolicyReader _reader;

    public PolicyBook(Cluster cluster, PodClasses classes, ReachSettings settings)
    {
        (_cluster, _classes) = (cluster, classes);
        var problems = new PolicyProblems();
        var reader = _reader = new(classes, settings, problems);
        foreach (var policy in cluster.Policies)
        {
            reader.Check(policy);
            foreach (var direction in s_directions.Where(policy.Isolates)) _layers[(policy, direction)] = reader.Read(policy, direction) with { Number = _layers.Count };
        }
        ReadWide(new(classes, problems, new(cluster, classes, settings, problems)), problems);
        _plugin = cluster.PluginPolicies.ToLookup(policy => policy.Object.Namespace, StringComparer.Ordinal);
        Problems = [.. problems.All];
    }

    public ImmutableArray<PolicyProblem> Problems { get; }

    /// <summary>Whether any policy could ask for the addresses of pods.</summary>
    public static bool AskForAddresses(Cluster cluster, ReachSettings settings) =>
        (settings.BlocksMatchPods && cluster.Policies.Length > 0) || (settings.NetworksMatchPods && ClusterPolicy.Kinds.Any(kind => cluster.All(kind).Any()));

    public GatePolicies Of(int index, Direction direction)
    {
        var pods = _classes.All[index];
        var isolating = pods.One is { } one ? _cluster.Isolation.Of(one, direction).Select(policy => _layers[(policy, direction)]) : [];
        return new(Wide(PolicyTier.Admin, direction, index), [.. isolating], Wide(PolicyTier.Baseline, direction, index), PluginPolicyFor(pods));
    }

    /// <summary>The classes of which one peer of a NetworkPolicy speaks.</summary>
    public Selection Select(NetworkPolicy policy, Cursor peer) => _reader.Select(policy, peer);

    private Cursor? PluginPolicyFor(PodClass pods) => _plugin[pods.Namespace].Concat(_plugin[""]).Select(policy => (Cursor?)policy).FirstOrDefault();

    private ImmutableArray<ImmutableArray<Layer>> Wide(PolicyTier tier, Direction direction, int index) =>
    [
        .. from policy in _wide
           where policy.Tier == tier && policy.Direction == direction && policy.Subject.Maybe[index]
           group policy.Layer with { IsSure = policy.Subject.Sure[index] } by policy.Layer.Priority into priority
           orderby priority.Key
           select priority.ToImmutableArray(),
    ];

    private void ReadWide(ClusterPolicyReader reader, PolicyProblems problems)
    {
        var check = new ClusterPolicyCheck(problems);
        foreach (var policy in ClusterPolicy.Kinds.SelectMany(_cluster.All).Select(root => new ClusterPolicy(root)))
        {
            var subject = reader.SubjectOf(policy);
            if (!check.Takes(policy, subject) || policy.Tier is not { } tier) continue;
            foreach (var direction in s_directions.Where(d => policy.Rules(d).Any())) 
                _wide.Add((tier, direction, reader.Read(policy, direction) with { Number = _layers.Count + _wide.Count }, subject));
        }
    }
}
