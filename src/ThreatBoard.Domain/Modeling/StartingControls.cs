using System.Collections.Immutable;

namespace ThreatBoard.Domain.Modeling;

/// <summary>A control with which an element begins, and whether it is asked for from the start.</summary>
public sealed record StartingControl(string Name, ControlDemand Demand);

/// <summary>The controls with which every boundary, flow and component begins; whether they are there, nobody knows yet.</summary>
/// <remarks>What separates tenants is required from the start; what depends on the workload is left for a person to decide.</remarks>
public static class StartingControls
{
    private static readonly ImmutableArray<StartingControl> s_cluster =
        [Required(ControlNames.SeparateEnvironment), Required(ControlNames.PrivateApiEndpoint), Required(ControlNames.AuditLogging)];

    private static readonly ImmutableArray<StartingControl> s_node =
        [Required(ControlNames.HardenedKubelet), Required(ControlNames.RestrictedSsh), Required(ControlNames.HostFirewall), Required(ControlNames.PatchedSystem)];

    private static readonly ImmutableArray<StartingControl> s_namespace =
        [Required(ControlNames.RbacRoles), Required(ControlNames.NetworkPolicies), Required(ControlNames.PodSecurityLevel), Undecided(ControlNames.Quotas)];

    private static readonly ImmutableArray<StartingControl> s_pod =
        [Required(ControlNames.IngressPolicy), Required(ControlNames.EgressPolicy), Required(ControlNames.PodSecurityContext), Undecided(ControlNames.OwnServiceAccount)];

    private static readonly ImmutableArray<StartingControl> s_container =
    [
        Required(ControlNames.DroppedCapabilities), Required(ControlNames.Seccomp),
        Undecided(ControlNames.AppArmor), Undecided(ControlNames.ReadOnlyRoot), Undecided(ControlNames.MinimalImage),
    ];

    private static readonly ImmutableArray<StartingControl> s_machine =
        [Required(ControlNames.RestrictedSsh), Required(ControlNames.HostFirewall), Required(ControlNames.PatchedSystem)];

    public static ImmutableArray<StartingControl> Of(BoundaryKind kind) => kind switch
    {
        BoundaryKind.Cluster => s_cluster,
        BoundaryKind.Node => s_node,
        BoundaryKind.Namespace => s_namespace,
        BoundaryKind.Pod => s_pod,
        BoundaryKind.Machine => s_machine,
        BoundaryKind.Network => [Required(ControlNames.FilteredEdge)],
        BoundaryKind.Environment => [Required(ControlNames.SeparateEnvironment)],
        _ => [],
    };

    public static ImmutableArray<StartingControl> OfContainer() => s_container;

    public static ImmutableArray<StartingControl> OfFlow() => [Undecided(ControlNames.OnlyNeededPath)];

    public static ImmutableArray<Control> For(Boundary boundary, TimeProvider clock) => Made(EntityRef.To(boundary), Of(boundary.Kind), clock);

    public static ImmutableArray<Control> For(Flow flow, TimeProvider clock) => Made(EntityRef.To(flow), OfFlow(), clock);

    /// <summary>A container's own edge is a boundary; other components begin with none.</summary>
    public static ImmutableArray<Control> For(Component component, TimeProvider clock) =>
        Made(EntityRef.To(component), component.IsContainer ? OfContainer() : [], clock);

    private static ImmutableArray<Control> Made(EntityRef owner, ImmutableArray<StartingControl> starting, TimeProvider clock) =>
        [.. starting.Select(control => new Control { Id = Id<Control>.New(clock), Of = owner, Name = control.Name, Demand = control.Demand })];

    private static StartingControl Required(string name) => new(name, ControlDemand.Required);

    private static StartingControl Undecided(string name) => new(name, ControlDemand.Undecided);
}
