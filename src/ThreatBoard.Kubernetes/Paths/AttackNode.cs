using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths;

/// <summary>What an attacker may hold, or must pass.</summary>
public enum NodeKind
{
    Internet, InternalNetwork, Container, Pod, Machine, Account, User, Group, Secret, Volume,

    /// <summary>Full control of the API server: whatever cluster-admin may do.</summary>
    ApiServer,

    /// <summary>A namespace, as its administrator.</summary>
    Namespace,

    /// <summary>A pod of the attacker's own making in a namespace.</summary>
    OwnPod,

    /// <summary>All secrets of a namespace, read or not.</summary>
    Secrets,

    /// <summary>A junction that gathers edges, so that they do not grow with pairs; no path ends there.</summary>
    Junction,
}

/// <summary>One node of the attack graph.</summary>
/// <param name="Index">Its number in the graph.</param>
/// <param name="Key">The key of what it stands for, as derived entities have it: <c>apps/Deployment/shop/web#container/nginx</c>, <c>Node/a</c>, <c>external/internet</c>.</param>
/// <param name="Name">As it is said in a sentence: <c>container nginx of shop/web</c>.</param>
/// <param name="Namespace">Empty for what lies in none.</param>
public sealed record AttackNode(int Index, NodeKind Kind, string Key, string Name, string Namespace)
{
    /// <summary>What it is part of or stands for; null for everything else than containers and pods.</summary>
    public Workload? Workload { get; init; }

    public Container? Container { get; init; }

    /// <summary>Holds data that is worth stealing: a store known by its image, or a volume that outlives its pods.</summary>
    public bool KeepsData { get; init; }

    /// <summary>Holds the control plane: whoever controls it controls the cluster.</summary>
    public bool IsControlPlane { get; init; }

    /// <summary>Left out of a path's words when it lies between two others.</summary>
    internal bool IsPassing => Kind is NodeKind.Junction or NodeKind.Pod or NodeKind.Group or NodeKind.Secrets;

    public override string ToString() => Name;
}
