using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Access;

/// <summary>Nobody has to log in to use these rights.</summary>
public sealed class AnonymousRights : ObjectRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-RBAC-04",
        Title: "Rights for anonymous or unauthenticated users",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 3, Impact: 5),
        Why: "Nobody has to log in to use these rights.",
        Mitigations:
        [
            "Delete the subject",
            "Confine anonymous requests to the health paths",
        ],
        Cwe: 306,
        Attack: ["T1078.001", "T1133"],
        Actor: ActorKind.ExternalAttacker,
        References: new() { Owasp = ["K02", "K09"], Cis = ["1.2.1"], Microsoft = ["MS-TA9029"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from binding in Roles.OwnBindingsIn(cluster)
        let role = binding["roleRef"]["name"]
        where role.Text is not ("system:public-info-viewer" or "kubeadm:bootstrap-signer-clusterinfo")
        let subjects = binding["subjects"].Items.Where(IsAnybody).ToList()
        where subjects.Count > 0
        select (binding, new Sighting($"It gives {role.Text} to whoever asks, without any credential.", [.. subjects.Select(subject => subject["name"].Evidence), role.Evidence]));

    private static bool IsAnybody(Cursor subject) => (subject["kind"].Text, subject["name"].Text) is ("User", "system:anonymous") or ("Group", "system:unauthenticated");
}
