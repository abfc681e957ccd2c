using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Permissions;

/// <summary>Finds the rules of roles by name: read, aggregated by labels, or known of every cluster; each role is worked out once.</summary>
internal sealed class RoleBook(Cluster cluster)
{
    /// <summary>Rules that aggregation may copy in all; more than any real cluster has.</summary>
    private const int MostAggregated = 300_000;

    private readonly Dictionary<(string Namespace, string Name), BoundRole> _roles = [];
    private readonly Dictionary<string, ImmutableArray<PermissionRule>> _own = new(StringComparer.Ordinal);
    private readonly List<Cursor> _clusterRoles = [.. cluster.All("ClusterRole")];
    private int _aggregated;

    /// <summary>Aggregation asked for more than is followed, and the rest was left out.</summary>
    public bool IsFull => _aggregated >= MostAggregated;

    /// <param name="namespace">Of a Role; empty for a ClusterRole.</param>
    /// <param name="name">As the binding names it.</param>
    public BoundRole Of(string @namespace, string name)
    {
        if (_roles.TryGetValue((@namespace, name), out var known)) return known;
        return _roles[(@namespace, name)] = @namespace.Length > 0 ? Role(@namespace, name) : ClusterRole(name);
    }

    private BoundRole Role(string @namespace, string name) =>
        cluster.Find($"rbac.authorization.k8s.io/Role/{@namespace}/{name}") is { } at
            ? new(@namespace, name, at, RoleOrigin.Read, Own(at))
            : new(@namespace, name, null, RoleOrigin.Missing, []);

    private BoundRole ClusterRole(string name)
    {
        var at = cluster.Find($"rbac.authorization.k8s.io/ClusterRole/{name}");
        var rules = at is { } read ? Aggregated(read) : [];
        if (rules.Length > 0 || BuiltInRoles.Find(name) is not { } builtIn)
            return new("", name, at, at is null ? RoleOrigin.Missing : RoleOrigin.Read, rules);
        return new("", name, at, RoleOrigin.BuiltIn, BuiltInRoles.AggregatesBy(name) is { } label ? [.. builtIn, .. Labelled(label)] : builtIn);
    }

    /// <summary>Its own rules and those of all roles that its selectors reach, over other aggregated roles too.</summary>
    private ImmutableArray<PermissionRule> Aggregated(Cursor role)
    {
        var own = Own(role);
        if (!role["aggregationRule"]["clusterRoleSelectors"].Items.Any()) return own;
        var (rules, seen, met) = (own.ToList(), own.Select(r => r.Signature).ToHashSet(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal) { role.Object.Key });
        var open = new Queue<Cursor>([role]);
        while (open.TryDequeue(out var at) && !IsFull)
        {
            foreach (var selector in at["aggregationRule"]["clusterRoleSelectors"].Items.Select(s => new LabelSelector(s)))
                foreach (var source in _clusterRoles.Where(r => selector.Matches(r.Object.Labels) && met.Add(r.Object.Key)))
                {
                    open.Enqueue(source);
                    foreach (var rule in Own(source).Where(rule => seen.Add(rule.Signature))) rules.Add(rule);
                }
        }
        _aggregated += rules.Count;
        return [.. rules];
    }

    private IEnumerable<PermissionRule> Labelled(string label) =>
        _clusterRoles.Where(role => role.Object.Labels.GetValueOrDefault(label) == "true").SelectMany(role => Own(role));

    private ImmutableArray<PermissionRule> Own(Cursor role)
    {
        if (_own.TryGetValue(role.Object.Key, out var known)) return known;
        return _own[role.Object.Key] = [.. role["rules"].Items.Select(rule => new PermissionRule(rule))];
    }
}
