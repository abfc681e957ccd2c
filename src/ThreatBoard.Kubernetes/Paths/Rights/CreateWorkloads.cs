namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>Who creates pods, or what makes them, chooses their account, their mounts and their node.</summary>
public sealed class CreateWorkloads() : RightKind("create-pods", "TB-RBAC-07", "may create pods {0}")
{
    internal static readonly string[] Apps = ["deployments", "daemonsets", "statefulsets", "replicasets"];
    internal static readonly string[] Jobs = ["jobs", "cronjobs"];
    private static readonly string[] s_create = ["create"];

    public override IEnumerable<HeldRight> HeldBy(Holder holder) =>
        holder.With(s_create, "", "pods", "replicationcontrollers").Concat(holder.With(s_create, "apps", Apps)).Concat(holder.With(s_create, "batch", Jobs))
            .Where(permission => permission.Names.Count == 0).DistinctBy(permission => (permission.Grant, permission.Rule))
            .Select(permission => new HeldRight(this, permission, RightGain.OwnPod, permission.Namespace, []));
}
