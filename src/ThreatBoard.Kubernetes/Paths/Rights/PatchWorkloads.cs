namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>Who rewrites the template of a workload makes pods of its own choosing.</summary>
public sealed class PatchWorkloads() : RightKind("patch-workloads", "TB-RBAC-09", "may rewrite the pod templates of workloads {0}")
{
    private static readonly string[] s_change = ["update", "patch"];

    public override IEnumerable<HeldRight> HeldBy(Holder holder) =>
        holder.With(s_change, "", "replicationcontrollers").Concat(holder.With(s_change, "apps", CreateWorkloads.Apps)).Concat(holder.With(s_change, "batch", "cronjobs"))
            .DistinctBy(permission => (permission.Grant, permission.Rule))
            .Select(permission => new HeldRight(this, permission, RightGain.OwnPod, permission.Namespace, permission.Names));
}
