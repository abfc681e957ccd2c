using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Access;

/// <summary>A fresh token of any account in reach can be issued and kept.</summary>
/// <remarks>Whoever creates a Secret of the type for service-account tokens and reads it again has a token that never ends.</remarks>
public sealed class MintsTokens : PowerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-RBAC-12",
        Title: "Can mint service-account tokens",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 2, Impact: 5),
        Why: "A fresh token of any account in reach can be issued and kept.",
        Mitigations:
        [
            "Take the right away",
            "Confine it to named accounts (resourceNames)",
        ],
        Cwe: 269,
        Attack: ["T1528"],
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K02"], Cis = ["5.1.13"], Microsoft = ["MS-TA9016"] });

    protected override string Power => "get tokens of service accounts";

    protected override IEnumerable<PermissionRule> Grounds(HeldRole role, Cluster cluster) =>
        role.Allowing("create", "", "serviceaccounts/token").Concat(BySecret(role));

    private static IEnumerable<PermissionRule> BySecret(HeldRole role)
    {
        var (creates, reads) = (role.Allowing("create", "", "secrets").ToList(), role.Allowing("get list watch", "", "secrets").Where(rule => rule.Names.Count == 0).ToList());
        return creates.Count > 0 && reads.Count > 0 ? [.. creates, .. reads] : [];
    }
}
