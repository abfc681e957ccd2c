using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.PodSecurity.Checks;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

/// <summary>Extra kernel rights widen what an attacker can do after code execution.</summary>
/// <remarks>Capabilities with which people escape are TB-CTR-05: one cause, one finding.</remarks>
public sealed class UnusualCapabilityAdded : ContainerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-CTR-06",
        Title: "Capability outside the baseline set added",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 2, Impact: 3),
        Why: "Extra kernel rights widen what an attacker can do after code execution.",
        Mitigations:
        [
            "Drop ALL, add back only what is used",
        ],
        Cwe: 250,
        Attack: ["T1611"],
        References: new() { Owasp = ["K01"], Cis = ["5.2.9"], PodSecurity = "baseline: Capabilities", Guide = "Pod security enforcement" });

    protected override Sighting? Look(Container container, Cluster cluster)
    {
        var added = container.AddedCapabilities;
        if (added.Any(EscapeCapabilityAdded.IsEscape)) return null;
        var unusual = added.Where(capability => !PrivilegeChecks.UsualCapabilities.Contains(capability)).ToList();
        return unusual.Count == 0 ? null : new($"It adds {string.Join(", ", unusual)}.", [container.Security["capabilities"]["add"].Evidence]);
    }
}
