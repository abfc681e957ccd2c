using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Access;

/// <summary>Future resources and verbs are granted without anyone deciding it.</summary>
public sealed class WildcardRole : ObjectRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-RBAC-02",
        Title: "Wildcard verb or wildcard resource",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 4),
        Why: "Future resources and verbs are granted without anyone deciding it.",
        Mitigations:
        [
            "Name verbs and resources",
        ],
        Cwe: 269,
        Attack: ["T1078"],
        Actor: ActorKind.MaliciousInsider,
        Version: 2,
        References: new() { Owasp = ["K02"], Cis = ["5.1.3"], Microsoft = ["MS-TA9019"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from role in HeldRoles.In(cluster).Made
        let rules = role.At["rules"].Items.Where(rule => (Roles.HasAny(rule, "verbs") || Roles.HasAny(rule, "resources")) && !Roles.AllowsEverything(rule)).ToList()
        where rules.Count > 0
        select (role.At, new Sighting(
            $"{role.Holders} use every verb or every resource.", [.. rules.Select(rule => (Roles.HasAny(rule, "verbs") ? rule["verbs"] : rule["resources"]).Evidence)]));
}
