using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>A role as the rules about rights see it: what it says itself, and who holds it besides the control plane.</summary>
/// <param name="At">The role; the binding where the role is one that comes with every cluster.</param>
/// <param name="Rules">Those that are judged here: rules that come from another role by aggregation are that role's business.</param>
/// <param name="Grants">To whom it is given, through aggregated roles too; none: nothing that was read binds it.</param>
public sealed record HeldRole(Cursor At, ImmutableArray<PermissionRule> Rules, ImmutableArray<Grant> Grants)
{
    private const int MostNamed = 5;

    /// <summary>It reaches objects of the whole cluster and of every namespace.</summary>
    public bool HoldsEverywhere => At.Object.Kind != "Role" && (Grants.IsEmpty || Grants.Any(grant => grant.Namespace is null));

    /// <summary>The rules that allow one of the verbs on one of the resources; a rule that allows everything is TB-RBAC-01: one cause, one finding.</summary>
    /// <param name="verbs">Parted by blanks.</param>
    /// <param name="group">Of the resources; empty for the core group.</param>
    /// <param name="resources">Parted by blanks, with their subresources.</param>
    public IEnumerable<PermissionRule> Allowing(string verbs, string group, string resources)
    {
        var (wantedVerbs, wanted) = (verbs.Split(' '), resources.Split(' ').Where(resource => HoldsEverywhere || !ClusterScoped.Contains(resource)).ToList());
        return Rules.Where(rule => rule.HasGroup(group) && !Roles.AllowsEverything(rule) && Array.Exists(wantedVerbs, rule.HasVerb) && wanted.Exists(rule.HasResource));
    }

    /// <summary>As a sentence begins: the role and who holds it.</summary>
    public string Holders
    {
        get
        {
            var names = Grants.Select(grant => grant.Subject.ToString()).Distinct(StringComparer.Ordinal).ToList();
            var role = Grants.Select(grant => grant.Role.ToString()).FirstOrDefault($"{At.Object.Kind} {At.Object.Name}");
            return names.Count == 0 ? $"{At.Object.Kind} {At.Object.Name}, which nothing that was read binds, lets its holder"
                : $"{role} lets {string.Join(", ", names.Take(MostNamed))}{(names.Count > MostNamed ? $" and {names.Count - MostNamed} more" : "")}";
        }
    }
}
