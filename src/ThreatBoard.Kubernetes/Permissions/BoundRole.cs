using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Permissions;

/// <summary>Where the rules of a role come from.</summary>
public enum RoleOrigin
{
    /// <summary>The role was read.</summary>
    Read,

    /// <summary>Nobody read it, but every cluster has it and its meaning is known.</summary>
    BuiltIn,

    /// <summary>Nobody read it and nothing is known of it: what it allows cannot be told.</summary>
    Missing,
}

/// <summary>A role with everything it allows, aggregated roles included.</summary>
/// <param name="Namespace">Empty for a ClusterRole.</param>
/// <param name="At">The role as it was read; null where it was not.</param>
public sealed record BoundRole(string Namespace, string Name, Cursor? At, RoleOrigin Origin, ImmutableArray<PermissionRule> Rules)
{
    public string Kind => Namespace.Length > 0 ? "Role" : "ClusterRole";

    public bool IsClusterAdmin => Kind == "ClusterRole" && Name == BuiltInRoles.ClusterAdmin;

    public override string ToString() => $"{Kind} {Name}";
}
