using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Access;

/// <summary>Every pod that holds a token has the right, so that one broken into anywhere is enough.</summary>
public sealed class RightsForEverybody : ObjectRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-RBAC-05",
        Title: "Rights for every authenticated user or service account",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 4),
        Why: "Every pod that holds a token has the right, so that one broken into anywhere is enough.",
        Mitigations:
        [
            "Bind to named service accounts",
        ],
        Cwe: 269,
        Attack: ["T1078"],
        Actor: ActorKind.CompromisedContainer,
        References: new() { Owasp = ["K02"], Microsoft = ["MS-TA9016"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from binding in Roles.OwnBindingsIn(cluster)
        let role = binding["roleRef"]["name"]
        where !Roles.IsDiscovery(role.Text)
        let subjects = binding["subjects"].Items.Where(IsEverybody).ToList()
        where subjects.Count > 0
        select (binding, new Sighting($"It gives {role.Text} to all of {string.Join(", ", subjects.Select(subject => subject["name"].Text).Take(5))}.", [.. subjects.Select(subject => subject["name"].Evidence), role.Evidence]));

    private static bool IsEverybody(Cursor subject) =>
        subject["kind"].Text == "Group" && subject["name"].Text is { } name
        && (name is "system:authenticated" or RbacSubject.EveryAccountName || name.StartsWith($"{RbacSubject.EveryAccountName}:", StringComparison.Ordinal));
}
