namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>Who writes roles with more than it holds changes the role that it is bound to.</summary>
/// <remarks>The API server lets nobody write more than they hold without the verb escalate.</remarks>
public sealed class EscalateRoles() : RightKind("escalate", "TB-RBAC-10", "may write any right into roles {0}")
{
    private const string Escalate = "escalate";
    private static readonly string[] s_write = ["create", "update", "patch"];

    public override IEnumerable<HeldRight> HeldBy(Holder holder)
    {
        foreach (var permission in holder.WithRbac(s_write, "clusterroles").Where(_ => holder.MayOnRoles(Escalate, "clusterroles", null)))
            yield return new(this, permission, RightGain.ApiServer, null, []);
        foreach (var permission in holder.WithRbac(s_write, "roles"))
            if (holder.MayOnRoles(Escalate, "roles", permission.Namespace))
                yield return new(this, permission, RightGain.Administrator, permission.Namespace, []);
    }
}
