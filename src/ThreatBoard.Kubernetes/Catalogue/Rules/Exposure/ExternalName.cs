using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Exposure;

/// <summary>DNS leads callers inside the cluster to a name that somebody else controls, and no policy sees it.</summary>
public sealed class ExternalName : ObjectRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-EXP-10",
        Title: "ExternalName service",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 2, Impact: 2),
        Why: "DNS leads callers inside the cluster to a name that somebody else controls, and no policy sees it.",
        Mitigations:
        [
            "Call the outside under its own name, and allow that in an egress policy",
        ],
        Cwe: 610,
        Attack: ["T1557"],
        Actor: ActorKind.ExternalAttacker,
        References: new() { Owasp = ["K05"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from service in cluster.Services
        where service.Type == "ExternalName" && !IsInside(service.Spec["externalName"].Text ?? "")
        select (service.Root, new Sighting($"Its name leads to {service.Spec["externalName"].Text}.", [service.Spec["externalName"].Evidence]));

    /// <summary>Another Service of this cluster.</summary>
    private static bool IsInside(string name) => name.TrimEnd('.').EndsWith(".svc.cluster.local", StringComparison.OrdinalIgnoreCase);
}
