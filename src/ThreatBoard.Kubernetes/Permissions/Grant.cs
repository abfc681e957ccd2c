using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Permissions;

/// <summary>What one binding gives to one of its subjects.</summary>
/// <param name="Subject">As the binding names it; rights of a group reach its members.</param>
/// <param name="At">The subject's place in the binding.</param>
public sealed record Grant(RbacSubject Subject, Cursor At, Cursor Binding, BoundRole Role)
{
    /// <summary>Where it holds; null: in the whole cluster.</summary>
    public string? Namespace => Binding.Object.Kind == "ClusterRoleBinding" ? null : Binding.Object.Namespace;

    public bool HoldsIn(string? @namespace) => Namespace is null || Namespace == @namespace;

    public bool Allows(AccessRequest request) => RuleFor(request) is not null;

    /// <summary>The rule that allows it; null: none does, or the binding does not reach there.</summary>
    public PermissionRule? RuleFor(AccessRequest request) =>
        Reaches(request.Resource) && HoldsIn(request.Namespace) ? Role.Rules.FirstOrDefault(rule => rule.Allows(request)) : null;

    /// <summary>The rules that allow the verb on some objects of the resource, in the grant's namespace and by the rule's names.</summary>
    public IEnumerable<Permission> Touching(string verb, string group, string resource) =>
        Reaches(resource) ? Role.Rules.Where(rule => rule.Touches(verb, group, resource)).Select(rule => new Permission(this, rule)) : [];

    private bool Reaches(string resource) => Namespace is null || !ClusterScoped.Contains(resource);
}

/// <summary>One rule that somebody has by one binding.</summary>
public sealed record Permission(Grant Grant, PermissionRule Rule)
{
    private const int Most = 4;

    /// <summary>Where it holds; null: in the whole cluster.</summary>
    public string? Namespace => Grant.Namespace;

    /// <summary>Confined to objects of these names; none: it holds for every name.</summary>
    public IReadOnlyList<string> Names => Rule.Names;

    /// <summary>Subject, binding, role and rule, in that order; a rule that nobody read is shown by the binding alone.</summary>
    public IEnumerable<Evidence> Evidence =>
        new[] { Grant.At["name"].Evidence, Grant.Binding["roleRef"]["name"].Evidence }
            .Concat(Rule.At is { } at ? new[] { at["resources"].Evidence, at["verbs"].Evidence } : []).Take(Most);

    public override string ToString() =>
        $"{Grant.Binding.Object.Kind} {Grant.Binding.Object.Name} gives {Grant.Role} to {Grant.Subject}";
}
