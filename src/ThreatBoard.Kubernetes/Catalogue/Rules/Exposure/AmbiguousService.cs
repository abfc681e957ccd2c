using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Exposure;

/// <summary>A pod with copied labels silently joins the back end and receives its traffic.</summary>
public sealed class AmbiguousService : ObjectRule
{
    private const int Most = 50;
    private static readonly string[] s_versions = ["version", "app.kubernetes.io/version", "track", "release-track", "variant", "color"];

    public override RuleCard Card { get; } = new(
        Code: "TB-EXP-11",
        Title: "Service selects pods of more than one workload or of none",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 2, Impact: 3),
        Why: "A pod with copied labels silently joins the back end and receives its traffic.",
        Mitigations:
        [
            "Labels of its own for each workload",
            "Restrict who may create pods in the namespace",
        ],
        Cwe: 923,
        Attack: ["T1036.005", "T1557"],
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K05"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster)
    {
        var byHand = cluster.All("Endpoints").Select(at => (at.Object.Namespace, at.Object.Name))
            .Concat(cluster.All("EndpointSlice").Select(at => (at.Object.Namespace, Name: at.Object.Labels.GetValueOrDefault("kubernetes.io/service-name", "")))).ToHashSet();
        return
            from service in cluster.Services
            where service.Type != "ExternalName" && (service.Object.Namespace, service.Object.Name) is not ("default", "kubernetes")
            let because = service.Selector.Count > 0 ? Because([.. cluster.Behind(service).Take(Most)])
                : byHand.Contains((service.Object.Namespace, service.Object.Name)) ? "It selects no pods; its addresses are set by hand." : null
            where because is not null
            select (service.Root, new Sighting(because, [service.Spec["selector"].Evidence]));
    }

    private static string? Because(IReadOnlyList<Workload> workloads) => workloads.Count switch
    {
        0 => "No pod that was read carries the labels it selects.",
        1 => null,
        _ => AreVersions(workloads) ? null : $"It selects pods of {string.Join(", ", workloads.Select(workload => workload.Name).Take(5))}.",
    };

    /// <summary>One program in several versions: the same image, or labels that differ in a version.</summary>
    private static bool AreVersions(IReadOnlyList<Workload> workloads) =>
        workloads.Select(workload => workload.Main?.Image.Repository).Distinct(StringComparer.Ordinal).Count() == 1
        || Array.Exists(s_versions, label => workloads.All(workload => workload.Labels.ContainsKey(label)) && workloads.DistinctBy(workload => workload.Labels[label]).Count() == workloads.Count);
}
