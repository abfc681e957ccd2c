namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>A persistent volume may be any path of a node, whatever Pod Security level keeps host paths out of pods.</summary>
public sealed class CreateVolumes() : RightKind("volumes", "TB-RBAC-16", "may make volumes of any path of a node, and mount them")
{
    private static readonly string[] s_create = ["create"];

    public override IEnumerable<HeldRight> HeldBy(Holder holder) =>
        from permission in holder.With(s_create, "", "persistentvolumes")
        where holder.MaySomewhere(s_create, "", "persistentvolumeclaims") && MayCreatePods(holder)
        select new HeldRight(this, permission, RightGain.Machines, null, []);

    internal static bool MayCreatePods(Holder holder) =>
        holder.MaySomewhere(s_create, "", "pods", "replicationcontrollers") || holder.MaySomewhere(s_create, "apps", CreateWorkloads.Apps) || holder.MaySomewhere(s_create, "batch", CreateWorkloads.Jobs);
}
