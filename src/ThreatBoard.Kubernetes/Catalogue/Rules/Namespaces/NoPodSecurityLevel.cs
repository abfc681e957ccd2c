using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Supply;
using ThreatBoard.Kubernetes.PodSecurity;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Namespaces;

/// <summary>Anyone with pod-create in the namespace can get a privileged pod.</summary>
public sealed class NoPodSecurityLevel : NamespaceRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-NS-01",
        Title: "No Pod Security level enforced",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 4),
        Why: "Anyone with pod-create in the namespace can get a privileged pod.",
        Mitigations:
        [
            "enforce: restricted (or baseline) plus warn/audit",
        ],
        Cwe: 1188,
        Attack: ["T1610"],
        References: new() { Owasp = ["K04"], Cis = ["5.2.1"], Microsoft = ["MS-TA9018"], Guide = "Pod security enforcement" });

    protected override Sighting? Look(string name, Cluster cluster)
    {
        var place = cluster.PodSecurity.In(name);
        if (place.Enforced is not { } enforced || place.Label is not { } label)
            return AdmissionPolicies.OfPods(cluster, name).Any() ? null : new("The Namespace object was not read.", []) { Answer = Answer.CannotTell };
        return enforced == PodSecurityLevel.Privileged && !AdmissionPolicies.OfPods(cluster, name).Any()
            ? new(label.Exists ? "It enforces the privileged level, which forbids nothing." : "It enforces no Pod Security level.", [label.Evidence])
            : null;
    }
}
