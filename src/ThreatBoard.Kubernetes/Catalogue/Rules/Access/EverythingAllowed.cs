using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Access;

/// <summary>Whoever holds this subject owns the namespace or cluster.</summary>
public sealed class EverythingAllowed : ObjectRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-RBAC-01",
        Title: "Everything allowed: * verbs on * resources",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 5),
        Why: "Whoever holds this subject owns the namespace or cluster.",
        Mitigations:
        [
            "List the verbs and resources really used",
        ],
        Cwe: 269,
        Attack: ["T1078", "T1098.006"],
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K02"], Cis = ["5.1.3"], Microsoft = ["MS-TA9019"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from role in HeldRoles.In(cluster).Made
        where role.Grants.Length > 0
        let rules = role.At["rules"].Items.Where(Roles.AllowsEverything).ToList()
        where rules.Count > 0
        select (role.At, new Sighting(
            $"{role.Holders} do everything.", [.. rules.Select(rule => rule["verbs"].Evidence), .. role.Grants.Select(grant => grant.Binding["roleRef"]["name"].Evidence).Distinct()]));
}
