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
        Actor: ActorKind.MaliciousInsider);

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from role in Roles.OwnIn(cluster)
        let rules = role["rules"].Items.Where(Allows).ToList()
        where rules.Count > 0
        let bindings = cluster.Bindings.To(role).Where(Roles.HasOwnSubject).ToList()
        where bindings.Count > 0
        select (role, new Sighting(
            "It allows everything, and is bound.", [.. rules.Select(rule => rule["verbs"].Evidence), .. bindings.Select(binding => binding["roleRef"]["name"].Evidence)]));

    private static bool Allows(Cursor rule) => Roles.HasAny(rule, "apiGroups") && Roles.HasAny(rule, "resources") && Roles.HasAny(rule, "verbs");
}
