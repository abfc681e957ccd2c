namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>A secret of the token type is filled with a token by the cluster itself, for whoever made it to read.</summary>
public sealed class MakeTokenSecrets() : RightKind("token-secrets", "TB-RBAC-12", "may have tokens of service accounts put into secrets that it reads {0}")
{
    private static readonly string[] s_create = ["create"];
    private static readonly string[] s_read = ["get", "list", "watch"];

    public override IEnumerable<HeldRight> HeldBy(Holder holder) =>
        from permission in holder.With(s_create, "", "secrets")
        where permission.Names.Count == 0 && holder.May(s_read, "", "secrets", permission.Namespace)
        select new HeldRight(this, permission, RightGain.Accounts, permission.Namespace, []);
}
