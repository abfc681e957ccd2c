namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>Every verb on every resource: the cluster is theirs, or the namespace.</summary>
public sealed class DoEverything() : RightKind("everything", "TB-RBAC-01", "may do everything {0}")
{
    public override IEnumerable<HeldRight> HeldBy(Holder holder) => holder.WithEverything().Select(permission =>
        new HeldRight(this, permission, permission.Namespace is null ? RightGain.ApiServer : RightGain.Administrator, permission.Namespace, []));
}
