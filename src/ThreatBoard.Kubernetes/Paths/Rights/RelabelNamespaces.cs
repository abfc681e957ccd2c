namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>Who changes the labels of a namespace switches its Pod Security level off, and creates a privileged pod.</summary>
public sealed class RelabelNamespaces() : RightKind("relabel", "TB-RBAC-20", "may switch the Pod Security level off {0}, and create privileged pods")
{
    private static readonly string[] s_change = ["update", "patch"];

    public override IEnumerable<HeldRight> HeldBy(Holder holder) =>
        from permission in holder.With(s_change, "", "namespaces")
        where CreateVolumes.MayCreatePods(holder)
        select new HeldRight(this, permission, RightGain.Machines, permission.Namespace, permission.Names);
}
