using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.ControlPlane;

/// <summary>Stolen tokens, and flaws of the API server, can be used straight from the pod.</summary>
public sealed class ApiReachableByAll : IThreatRule<Cluster>
{
    private const int MostShown = 8;

    public RuleCard Card { get; } = new(
        Code: "TB-CP-06",
        Title: "API server reachable from all pods",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 2, Impact: 3),
        Why: "Stolen tokens, and flaws of the API server, can be used straight from the pod.",
        Mitigations:
        [
            "Deny egress to the API server to all but those that need it",
        ],
        Cwe: 923,
        Attack: ["T1613"],
        Actor: ActorKind.CompromisedContainer,
        References: new() { Owasp = ["K05", "K06"], Microsoft = ["MS-TA9029"] });

    public IEnumerable<Finding> Examine(Cluster world)
    {
        var endpoint = ApiEndpoint.Of(world);
        var open = AlikePods.In(world).Ask(workload => !workload.UsesHostNetwork && endpoint.IsReachedBy(workload, world.Reach))
            .Where(asked => asked.Answer && !Tokens.UsesApi(asked.Workload, world)).Select(asked => asked.Workload).ToList();
        return open.Count > 0 && world.Subjects.Cluster is { } whole
            ? [Card.On(whole, $"{open.Count} {(open.Count == 1 ? "workload has" : "workloads have")} no rights at the API server, and can connect to it: {string.Join(", ", open.Select(workload => workload.Name).Take(MostShown))}.", open.Take(MostShown).Select(workload => Seen(workload, world)))]
            : [];
    }

    private static Evidence Seen(Workload workload, Cluster cluster) =>
        cluster.Isolation.Of(workload, Direction.Egress).Select(policy => policy.Spec["egress"].Evidence).FirstOrDefault() ?? new(workload.Key, "NetworkPolicy", "");
}
