namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>Who writes bindings and may bind roles that it does not hold gives itself any role.</summary>
/// <remarks>The API server lets nobody bind more than they hold without the verb bind.</remarks>
public sealed class BindRoles() : RightKind("bind", "TB-RBAC-10", "may bind any role to itself {0}")
{
    private const string Bind = "bind";
    private static readonly string[] s_write = ["create", "update", "patch"];

    public override IEnumerable<HeldRight> HeldBy(Holder holder)
    {
        foreach (var permission in holder.WithRbac(s_write, "clusterrolebindings").Where(_ => holder.MayOnRoles(Bind, "clusterroles", null)))
            yield return new(this, permission, RightGain.ApiServer, null, []);
        foreach (var permission in holder.WithRbac(s_write, "rolebindings"))
            if (holder.MayOnRoles(Bind, "clusterroles", permission.Namespace))
                yield return new(this, permission, RightGain.Administrator, permission.Namespace, []);
    }
}
