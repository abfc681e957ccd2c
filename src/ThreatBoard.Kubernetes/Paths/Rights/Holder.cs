using ThreatBoard.Kubernetes.Permissions;

namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>Somebody with the grants that are looked at, and the questions that kinds of rights ask of them.</summary>
public sealed class Holder
{
    private const string RbacGroup = "rbac.authorization.k8s.io";
    private readonly IReadOnlyList<Grant> _grants;
    private readonly IReadOnlyList<Grant> _all;

    private Holder(IEnumerable<Grant> grants, IEnumerable<Grant> all) => (_grants, _all) = ([.. grants], [.. all]);

    /// <summary>With everything that it has, by its own name and through groups.</summary>
    public static Holder Of(ClusterPermissions permissions, RbacSubject subject) => new(permissions.Of(subject), permissions.Of(subject));

    /// <summary>With what its own name is given; rights of which two are needed may come from a group too.</summary>
    public static Holder Named(ClusterPermissions permissions, RbacSubject subject) =>
        permissions.Naming(subject).ToList() is { Count: > 0 } own ? new(own, permissions.Of(subject)) : new([], []);

    public bool HasNothing => _grants.Count == 0;

    /// <summary>Permissions for any of the verbs on any of the resources; each rule of a grant once. Whole wildcards are <see cref="DoEverything"/>.</summary>
    public IEnumerable<Permission> With(string[] verbs, string apiGroup, params string[] resources) => With(_grants, verbs, apiGroup, resources);

    /// <summary>The same on roles and bindings.</summary>
    public IEnumerable<Permission> WithRbac(string[] verbs, params string[] resources) => With(verbs, RbacGroup, resources);

    /// <summary>Whether it may also do this, there; by whatever grant.</summary>
    /// <param name="verbs">Any of them.</param>
    /// <param name="apiGroup">Of the resource.</param>
    /// <param name="resource">On all objects of it, whatever their names.</param>
    /// <param name="where">Null: everywhere is needed.</param>
    /// <param name="names">Names to which a rule may be confined and still counts.</param>
    public bool May(string[] verbs, string apiGroup, string resource, string? where, params string[] names) =>
        With(_all, verbs, apiGroup, [resource]).Any(permission =>
            (permission.Namespace is null || permission.Namespace == where) && (permission.Names.Count == 0 || permission.Names.Any(names.Contains)));

    /// <summary>As <see cref="May"/>, wherever it is.</summary>
    public bool MaySomewhere(string[] verbs, string apiGroup, params string[] resources) => With(_all, verbs, apiGroup, resources).Any();

    /// <summary>Whether it may use the verb on roles, which a RoleBinding may give for ClusterRoles too.</summary>
    public bool MayOnRoles(string verb, string resource, string? where) => _all.Any(grant =>
        grant.HoldsIn(where) && grant.Role.Rules.Any(rule => rule.Names.Count == 0 && rule.Touches(verb, RbacGroup, resource)));

    /// <summary>Grants with a rule that allows everything.</summary>
    public IEnumerable<Permission> WithEverything() =>
        from grant in _grants
        let rule = grant.Role.Rules.FirstOrDefault(IsEverything)
        where rule is not null
        select new Permission(grant, rule);

    private static IEnumerable<Permission> With(IEnumerable<Grant> grants, string[] verbs, string apiGroup, string[] resources)
    {
        foreach (var grant in grants)
        {
            var reached = grant.Namespace is null ? resources : Array.FindAll(resources, resource => !ClusterScoped.Contains(resource));
            if (reached.Length == 0) continue;
            foreach (var rule in grant.Role.Rules)
                if (!IsEverything(rule) && rule.HasGroup(apiGroup) && Array.Exists(verbs, rule.HasVerb) && Array.Exists(reached, rule.HasResource)) yield return new(grant, rule);
        }
    }

    private static bool IsEverything(PermissionRule rule) =>
        rule.Names.Count == 0 && rule.Verbs.Contains(PermissionRule.Any, StringComparer.Ordinal) && rule.Resources.Contains(PermissionRule.Any, StringComparer.Ordinal)
        && rule.Groups.Contains(PermissionRule.Any, StringComparer.Ordinal);
}
