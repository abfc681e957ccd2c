using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>A rule about what a role lets its holders do; it looks at each role once, however many bindings give it.</summary>
public abstract class PowerRule : ObjectRule
{
    private const int MostRules = 5;

    /// <summary>What they can do, as in "read Secrets".</summary>
    protected abstract string Power { get; }

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from role in HeldRoles.In(cluster).All
        let rules = Grounds(role, cluster).Distinct().ToList()
        where rules.Count > 0
        select (role.At, new Sighting($"{role.Holders} {Power}.", [.. rules.Take(MostRules).SelectMany(Shown), .. role.Grants.Take(MostRules).SelectMany(Shown)]) { Suggested = Suggested(rules) });

    /// <summary>Where these rules are less grave than the power usually is; null: they are not.</summary>
    protected virtual Rating? Suggested(IReadOnlyList<PermissionRule> rules) => null;

    /// <summary>The rules that give the power; none: it does not have it.</summary>
    protected abstract IEnumerable<PermissionRule> Grounds(HeldRole role, Cluster cluster);

    private static IEnumerable<Evidence> Shown(PermissionRule rule) => rule.At is { } at ? [at["resources"].Evidence, at["verbs"].Evidence] : [];

    private static IEnumerable<Evidence> Shown(Grant grant) => [grant.Binding["roleRef"]["name"].Evidence, grant.At["name"].Evidence];
}
