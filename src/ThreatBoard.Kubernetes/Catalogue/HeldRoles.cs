using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>The roles that the rules about rights look at, each once: those that people made, and bindings of their own to roles that come with every cluster.</summary>
internal sealed class HeldRoles
{
    private HeldRoles(Cluster cluster)
    {
        var grants = cluster.Permissions.Grants.Where(grant => !Roles.IsDefault(grant.Binding.Object) && !SystemSubjects.Is(grant.Subject)).ToList();
        var made = Roles.OwnIn(cluster).ToDictionary(role => role.Object.Key, StringComparer.Ordinal);
        var holders = grants.GroupBy(grant => grant.Role, (IEqualityComparer<BoundRole>)ReferenceEqualityComparer.Instance)
            .SelectMany(held => held.Key.Rules.Select(rule => rule.At?.Object.Key ?? "").Distinct(StringComparer.Ordinal).Select(key => (Key: key, Grants: held)))
            .ToLookup(source => source.Key, source => source.Grants, StringComparer.Ordinal);
        Made =
        [
            .. from role in made.Values
               let held = holders[role.Object.Key].SelectMany(g => g).ToImmutableArray()
               where held.Length > 0 || !cluster.Bindings.To(role).Any()
               select new HeldRole(role, [.. role["rules"].Items.Select(rule => new PermissionRule(rule))], held),
        ];
        All = [.. Made, .. grants.Where(grant => !grant.Role.IsClusterAdmin).GroupBy(grant => grant.Binding.Object.Key, StringComparer.Ordinal).Select(Given).Where(held => held.Rules.Length > 0)];

        HeldRole Given(IGrouping<string, Grant> binding) =>
            new(binding.First().Binding, [.. binding.First().Role.Rules.Where(rule => rule.At is null || !made.ContainsKey(rule.At.Value.Object.Key))], [.. binding]);
    }

    public ImmutableArray<HeldRole> All { get; }

    /// <summary>Only roles that people made.</summary>
    public ImmutableArray<HeldRole> Made { get; }

    public static HeldRoles In(Cluster cluster) => cluster.Once(world => new HeldRoles(world));
}
