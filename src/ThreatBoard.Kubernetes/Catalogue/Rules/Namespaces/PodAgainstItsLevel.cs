using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Namespaces;

/// <summary>Either the manifest cannot be deployed or an exemption hides it.</summary>
public sealed class PodAgainstItsLevel : PodRule
{
    private const int MostEvidence = 20;

    public override RuleCard Card { get; } = new(
        Code: "TB-NS-03",
        Title: "Workload violates its namespace level",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 3),
        Why: "Either the manifest cannot be deployed or an exemption hides it.",
        Mitigations:
        [
            "Fix the pod or document the exemption",
        ],
        Cwe: 693,
        References: new() { Owasp = ["K04"], Guide = "Pod security enforcement" });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster)
    {
        var broken = cluster.PodSecurity.Forbidden(workload);
        if (broken.Count == 0) yield break;
        var label = cluster.PodSecurity.In(workload.Namespace).Label!.Value;
        var names = string.Join(", ", broken.Select(violation => violation.Check.Name).Distinct(StringComparer.Ordinal));
        yield return new($"Its namespace enforces {label.Text}, and it does not pass {names}.", [label.Evidence, .. broken.SelectMany(violation => violation.Evidence).Take(MostEvidence)]);
    }
}
