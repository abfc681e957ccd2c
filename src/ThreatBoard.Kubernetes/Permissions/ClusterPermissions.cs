using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Permissions;

/// <summary>Who may do what at the API server, and which binding and rule says so: everything that Roles, ClusterRoles and their bindings come to.</summary>
public sealed class ClusterPermissions
{
    private readonly ILookup<RbacSubject, Grant> _bySubject;
    private readonly RoleBook _roles;

    public ClusterPermissions(Cluster cluster)
    {
        _roles = new(cluster);
        Grants = [.. cluster.All("ClusterRoleBinding").Concat(cluster.All("RoleBinding")).SelectMany(GrantsOf)];
        _bySubject = Grants.ToLookup(grant => grant.Subject);
        Accounts =
        [
            .. cluster.All("ServiceAccount").Select(account => RbacSubject.Account(account.Object.Namespace, account.Object.Name))
                .Concat(cluster.Workloads.Select(workload => RbacSubject.Account(workload.Namespace, workload.ServiceAccount)))
                .Concat(Grants.Select(grant => grant.Subject).Where(subject => subject.Kind == SubjectKind.ServiceAccount))
                .Distinct().OrderBy(account => account.Namespace, StringComparer.Ordinal).ThenBy(account => account.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Every binding's gift to each of its subjects.</summary>
    public ImmutableArray<Grant> Grants { get; }

    /// <summary>Every service account that was read, that a workload runs as, or that a binding names.</summary>
    public ImmutableArray<RbacSubject> Accounts { get; }

    /// <summary>Everybody whom a binding names, groups and users included.</summary>
    public IEnumerable<RbacSubject> Subjects => _bySubject.Select(subject => subject.Key);

    public bool IsNamed(RbacSubject subject) => _bySubject.Contains(subject);

    /// <summary>Bindings to roles that nobody read and that are not known: what they give cannot be told.</summary>
    public IEnumerable<Grant> Unresolved => Grants.Where(grant => grant.Role.Origin == RoleOrigin.Missing);

    /// <summary>Roles aggregate more than is followed.</summary>
    public bool IsCut => _roles.IsFull;

    public static RbacSubject AccountOf(Workload workload) => RbacSubject.Account(workload.Namespace, workload.ServiceAccount);

    /// <summary>What the subject is given by name and through the groups it is in.</summary>
    public IEnumerable<Grant> Of(RbacSubject subject) =>
        subject.Canonical() is var named ? _bySubject[named].Concat(named.AlsoKnownAs().SelectMany(other => _bySubject[other])) : [];

    /// <summary>Only what names the subject itself, no group.</summary>
    public IEnumerable<Grant> Naming(RbacSubject subject) => _bySubject[subject.Canonical()];

    /// <summary>As the API server would answer.</summary>
    /// <param name="subject">Who asks.</param>
    /// <param name="verb">Such as <c>create</c>.</param>
    /// <param name="group">Empty for the core group.</param>
    /// <param name="resource">With its subresource, as in <c>pods/exec</c>.</param>
    /// <param name="namespace">Null: in the whole cluster.</param>
    /// <param name="name">Null: asked without a name, which a rule with resourceNames never allows.</param>
    public bool Allows(RbacSubject subject, string verb, string group, string resource, string? @namespace = null, string? name = null) =>
        WhatAllows(subject, new(verb, group, resource, @namespace, name)) is not null;

    /// <summary>The first grant and rule that allow it; null: it is not allowed.</summary>
    public Permission? WhatAllows(RbacSubject subject, AccessRequest request)
    {
        foreach (var grant in Of(subject))
            if (grant.RuleFor(request) is { } rule) return new(grant, rule);
        return null;
    }

    /// <summary>Whether the subject may use the verb on an address such as <c>/metrics</c>; RoleBindings never allow it.</summary>
    public bool AllowsUrl(RbacSubject subject, string verb, string url) =>
        Of(subject).Any(grant => grant.Namespace is null && grant.Role.Rules.Any(rule => rule.AllowsUrl(verb, url)));

    /// <summary>What gives the subject the verb on some objects of the resource: somewhere, or by some names.</summary>
    public IEnumerable<Permission> Touching(RbacSubject subject, string verb, string group, string resource) =>
        Of(subject).SelectMany(grant => grant.Touching(verb, group, resource));

    /// <summary>Everybody who may do it, as bindings name them: <see cref="Grant.Subject"/> may be a group.</summary>
    public IEnumerable<Permission> WhoMay(AccessRequest request) =>
        from grant in Grants
        let rule = grant.RuleFor(request)
        where rule is not null
        select new Permission(grant, rule);

    /// <summary>Everybody who may use the verb on some objects of the resource.</summary>
    public IEnumerable<Permission> WhoTouches(string verb, string group, string resource) => Grants.SelectMany(grant => grant.Touching(verb, group, resource));

    private IEnumerable<Grant> GrantsOf(Cursor binding)
    {
        var reference = binding["roleRef"];
        var isRole = reference["kind"].Text == "Role";
        if (reference["name"].Text is not { Length: > 0 } name || (isRole && binding.Object.Kind == "ClusterRoleBinding")) yield break;
        var role = _roles.Of(isRole ? binding.Object.Namespace : "", name);
        foreach (var subject in binding["subjects"].Items)
            if (SubjectOf(subject, binding) is { } named) yield return new(named, subject, binding, role);
    }

    private static RbacSubject? SubjectOf(Cursor at, Cursor binding) => (at["kind"].Text, at["name"].Text) switch
    {
        ("ServiceAccount", { Length: > 0 } name) => RbacSubject.Account(at["namespace"].Text is { Length: > 0 } place ? place : binding.Object.Namespace, name),
        ("User", { Length: > 0 } name) => RbacSubject.User(name).Canonical(),
        ("Group", { Length: > 0 } name) => RbacSubject.Group(name),
        _ => null,
    };
}
