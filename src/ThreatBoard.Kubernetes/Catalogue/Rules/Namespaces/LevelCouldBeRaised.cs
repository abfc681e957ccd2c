using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.PodSecurity;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Namespaces;

/// <summary>The level could be raised today at no cost, and is not.</summary>
public sealed class LevelCouldBeRaised : NamespaceRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-NS-02",
        Title: "Pod Security level weaker than its workloads need",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 2, Impact: 3),
        Why: "The level could be raised today at no cost, and is not.",
        Mitigations:
        [
            "Raise the label (offer the patch)",
        ],
        Cwe: 1188,
        References: new() { Owasp = ["K04"], Cis = ["5.2.1"], Guide = "Pod security enforcement" });

    protected override Sighting? Look(string name, Cluster cluster)
    {
        var place = cluster.PodSecurity.In(name);
        if (place.Enforced is not { } enforced || place.Label is not { } label || enforced >= place.Strictest || !cluster.WorkloadsIn(name).Any()) return null;
        return new($"All its pods pass the {Word(place.Strictest)} level, and it enforces {(enforced == PodSecurityLevel.Privileged ? "none" : Word(enforced))}.", [label.Evidence]);
    }

    private static string Word(PodSecurityLevel level) => level == PodSecurityLevel.Restricted ? "restricted" : "baseline";
}
