using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

/// <summary>A setuid binary in the image can hand root inside the container to a process that was started without it.</summary>
public sealed class EscalationNotSwitchedOff : ContainerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-CTR-02",
        Title: "Privilege escalation inside the container not switched off",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 3),
        Why: "A setuid binary in the image can hand root inside the container to a process that was started without it.",
        Mitigations:
        [
            "allowPrivilegeEscalation: false on every container",
        ],
        Cwe: 269,
        Attack: ["T1548.001", "T1068"],
        References: new() { Owasp = ["K01"], Cis = ["5.2.6"], Microsoft = ["MS-TA9018"], PodSecurity = "restricted: Privilege Escalation" });

    protected override Sighting? Look(Container container, Cluster cluster) =>
        !container.Workload.IsWindows && container.Security["allowPrivilegeEscalation"] is { Flag: not false } at
            ? new(at.Exists ? "Privilege escalation is allowed." : "Nobody switched privilege escalation off.", [at.Evidence])
            : null;
}
