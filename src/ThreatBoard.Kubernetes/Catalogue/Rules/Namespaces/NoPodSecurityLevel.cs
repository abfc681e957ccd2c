using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Namespaces;

/// <summary>Anyone with pod-create in the namespace can get a privileged pod.</summary>
public sealed class NoPodSecurityLevel : NamespaceRule
{
    private const string Enforce = "pod-security.kubernetes.io/enforce";

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
        Attack: ["T1610"]);

    protected override Sighting? Look(string name, Cluster cluster)
    {
        if (cluster.Find($"Namespace/{name}") is not { } found)
            return new("The Namespace object was not read.", []) { Answer = Answer.CannotTell };
        return found["metadata"]["labels"][Enforce] is { Text: null or "privileged" } at
            ? new(at.Exists ? "It enforces the privileged level, which forbids nothing." : "It enforces no Pod Security level.", [at.Evidence])
            : null;
    }
}
