namespace ThreatBoard.Domain.Modeling;

/// <summary>What a trust boundary bounds.</summary>
public enum BoundaryKind
{
    Cluster,
    Node,
    Namespace,
    Pod,
    Network,
    Machine,
    Organisation,
    Environment,
    Custom,
}

/// <summary>The line along which boundaries nest: who owns it, where it runs, or where it stands in the world.</summary>
public enum BoundaryAxis
{
    Tenancy,
    Compute,
    Zone,
}

/// <summary>On which axis a kind of boundary lies.</summary>
public static class BoundaryKinds
{
    public static BoundaryAxis Axis(this BoundaryKind kind) => kind switch
    {
        BoundaryKind.Cluster or BoundaryKind.Namespace or BoundaryKind.Pod => BoundaryAxis.Tenancy,
        BoundaryKind.Node => BoundaryAxis.Compute,
        _ => BoundaryAxis.Zone,
    };

    /// <summary>Whether a boundary of this kind may lie directly in one of the other kind on the axis of tenancy.</summary>
    public static bool MayLieIn(this BoundaryKind kind, BoundaryKind parent) => kind switch
    {
        BoundaryKind.Namespace or BoundaryKind.Node => parent is BoundaryKind.Cluster,
        BoundaryKind.Pod => parent is BoundaryKind.Namespace or BoundaryKind.Cluster,
        // A part of a cluster that no namespace bounds, such as its control plane.
        BoundaryKind.Custom => parent is BoundaryKind.Cluster,
        _ => false,
    };
}
