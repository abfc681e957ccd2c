using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Access;

/// <summary>Whoever creates an object of that name later gets the right.</summary>
public sealed class DanglingBinding : ObjectRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-RBAC-21",
        Title: "Binding to a role or account that is not there",
        Category: Stride.Tampering,
        Suggested: new(Likelihood: 1, Impact: 3),
        Why: "Whoever creates an object of that name later gets the right.",
        Mitigations:
        [
            "Delete the binding",
        ],
        Cwe: 284,
        Attack: ["T1098.006"],
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K02"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from binding in Roles.OwnBindingsIn(cluster)
        let role = Role(binding, cluster) ? binding["roleRef"]["name"] : (Cursor?)null
        let accounts = binding["subjects"].Items.Where(subject => IsMissing(subject, binding, cluster)).ToList()
        where role is not null || accounts.Count > 0
        let certain = role is not null || accounts.Exists(account => WasRead(Place(account, binding), cluster))
        select (binding, new Sighting(
            $"{string.Join(", ", Names(role, accounts))} {(certain ? "was not found." : "lies in a namespace that was not read.")}",
            [.. role is { } at ? new[] { at.Evidence } : [], .. accounts.Select(account => account["name"].Evidence)]) { Answer = certain ? Answer.Found : Answer.CannotTell });

    private static bool Role(Cursor binding, Cluster cluster)
    {
        var reference = binding["roleRef"];
        return reference["name"].Text is { Length: > 0 } name && reference["kind"].Text is ("Role" or "ClusterRole") and var kind && !Roles.IsBuiltIn(kind, name)
            && cluster.Find($"rbac.authorization.k8s.io/{kind}/{(kind == "Role" ? $"{binding.Object.Namespace}/" : "")}{name}") is null;
    }

    private static bool IsMissing(Cursor subject, Cursor binding, Cluster cluster) =>
        subject["kind"].Text == "ServiceAccount" && subject["name"].Text is { Length: > 0 } and not "default" and var name
        && Place(subject, binding) is var place && !SystemSubjects.Is(RbacSubject.Account(place, name)) && cluster.Find($"ServiceAccount/{place}/{name}") is null;

    private static string Place(Cursor subject, Cursor binding) => subject["namespace"].Text is { Length: > 0 } own ? own : binding.Object.Namespace;

    private static bool WasRead(string name, Cluster cluster) => cluster.Namespaces.AsSpan().BinarySearch(name, StringComparer.Ordinal) >= 0;

    private static IEnumerable<string> Names(Cursor? role, List<Cursor> accounts) =>
        (role is { } at ? new[] { $"Role {at.Text}" } : []).Concat(accounts.Take(5).Select(account => $"ServiceAccount {account["name"].Text}"));
}
