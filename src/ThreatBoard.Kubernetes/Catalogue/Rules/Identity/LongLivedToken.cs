using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Identity;

/// <summary>The token does not expire and works from anywhere.</summary>
public sealed class LongLivedToken : ObjectRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-SA-04",
        Title: "Long-lived service-account token Secret",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 2, Impact: 4),
        Why: "The token does not expire and works from anywhere.",
        Mitigations:
        [
            "Let the pod have a projected token, or ask for one that ends (TokenRequest)",
            "Delete the Secret",
        ],
        Cwe: 613,
        Attack: ["T1528"],
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K03", "K09"], Microsoft = ["MS-TA9016"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from secret in cluster.All("Secret")
        where secret["type"].Text == "kubernetes.io/service-account-token"
        let account = secret["metadata"]["annotations"]["kubernetes.io/service-account.name"]
        select (secret, new Sighting($"It holds a token of service account {account.Text ?? "that it does not name"} that never ends.", [secret["type"].Evidence, account.Evidence]));
}
