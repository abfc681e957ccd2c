using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Access;

/// <summary>One token gives full control of every namespace and node.</summary>
public sealed class ClusterAdminBound : ObjectRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-RBAC-03",
        Title: "cluster-admin bound",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 5),
        Why: "One token gives full control of every namespace and node.",
        Mitigations:
        [
            "Bind a narrow role",
            "Short-lived break-glass access",
        ],
        Cwe: 250,
        Attack: ["T1078", "T1098.006"],
        References: new() { Owasp = ["K02"], Cis = ["5.1.1"], Microsoft = ["MS-TA9019"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from binding in cluster.All("ClusterRoleBinding").Concat(cluster.All("RoleBinding"))
        let role = binding["roleRef"]["name"]
        where role.Text == "cluster-admin" && binding["roleRef"]["kind"].Text == "ClusterRole"
        let subjects = binding["subjects"].Items.Where(subject => (subject["kind"].Text, subject["name"].Text) is not ("Group", "system:masters" or "kubeadm:cluster-admins")).ToList()
        where subjects.Count > 0
        select (binding, new Sighting(
            $"It binds cluster-admin to {string.Join(", ", subjects.Select(subject => subject["name"].Text).Take(5))}.", [role.Evidence, .. subjects.Select(subject => subject["name"].Evidence)]));
}
