namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>A certificate for system:masters is control of the cluster, and cannot be taken back.</summary>
public sealed class ApproveCertificates() : RightKind("certificates", "TB-RBAC-14", "may ask for a certificate of any user and approve it")
{
    private const string Group = "certificates.k8s.io";
    private static readonly string[] s_create = ["create"];
    private static readonly string[] s_change = ["update", "patch"];
    private static readonly string[] s_signers = ["kubernetes.io/kube-apiserver-client", "kubernetes.io/*"];
    private static readonly string[] s_sign = ["approve", "sign"];

    public override IEnumerable<HeldRight> HeldBy(Holder holder) =>
        from permission in holder.With(s_change, Group, "certificatesigningrequests/approval", "certificatesigningrequests/status")
        where holder.May(s_create, Group, "certificatesigningrequests", null) && holder.May(s_sign, Group, "signers", null, s_signers)
        select new HeldRight(this, permission, RightGain.ApiServer, null, []);
}
