using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.ControlPlane;

/// <summary>Kubernetes 1.25 removed the API, so the protection that the file promises does not exist.</summary>
public sealed class RemovedPodSecurityPolicy : IThreatRule<Cluster>
{
    private const int MostShown = 10;

    public RuleCard Card { get; } = new(
        Code: "TB-CP-08",
        Title: "PodSecurityPolicy objects still relied on",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 2, Impact: 3),
        Why: "Kubernetes 1.25 removed the API, so the protection that the file promises does not exist.",
        Mitigations:
        [
            "Enforce Pod Security levels on the namespaces instead",
        ],
        Cwe: 693,
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K04"], Cis = ["5.2.1"] });

    public IEnumerable<Finding> Examine(Cluster world)
    {
        var policies = world.All("PodSecurityPolicy").ToList();
        return policies.Count > 0 && world.Subjects.Cluster is { } whole
            ? [Card.On(whole, $"PodSecurityPolicy {string.Join(", ", policies.Select(policy => policy.Object.Name).Take(MostShown))} protects nothing any more.", policies.Take(MostShown).Select(policy => policy["kind"].Evidence))]
            : [];
    }
}
