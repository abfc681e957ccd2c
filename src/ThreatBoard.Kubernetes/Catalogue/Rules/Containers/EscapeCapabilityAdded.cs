using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

/// <summary>These capabilities let a process touch the kernel or other processes and each has a public escape recipe.</summary>
public sealed class EscapeCapabilityAdded : ContainerRule
{
    private static readonly HashSet<string> s_escape = new(StringComparer.Ordinal)
    {
        "ALL", "SYS_ADMIN", "SYS_MODULE", "SYS_PTRACE", "SYS_RAWIO", "DAC_READ_SEARCH", "BPF", "SYS_BOOT", "SYS_TIME", "SYSLOG", "PERFMON", "MAC_ADMIN", "MAC_OVERRIDE",
    };

    public override RuleCard Card { get; } = new(
        Code: "TB-CTR-05",
        Title: "Dangerous capability added (escape class)",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 5),
        Why: "These capabilities let a process touch the kernel or other processes and each has a public escape recipe.",
        Mitigations:
        [
            "Remove the capability",
            "If the agent really needs it, isolate it on tainted nodes and a dedicated namespace",
        ],
        Cwe: 250,
        Attack: ["T1611"],
        References: new() { Owasp = ["K01"], Cis = ["5.2.9"], Microsoft = ["MS-TA9018"], PodSecurity = "baseline: Capabilities" });

    protected override Sighting? Look(Container container, Cluster cluster)
    {
        var added = container.AddedCapabilities.Where(IsEscape).ToList();
        return added.Count == 0 ? null : new($"It adds {string.Join(", ", added)}.", [container.Security["capabilities"]["add"].Evidence]);
    }

    internal static bool IsEscape(string capability) => s_escape.Contains(capability);
}
