using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

/// <summary>The runtime default still grants about a dozen capabilities that a web process never uses.</summary>
public sealed class CapabilitiesNotDropped : ContainerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-CTR-07",
        Title: "Capabilities not dropped",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 2),
        Why: "The runtime default still grants about a dozen capabilities that a web process never uses.",
        Mitigations:
        [
            "capabilities: {drop: [ALL]}",
        ],
        Cwe: 250,
        Attack: ["T1611"],
        References: new() { Owasp = ["K01"], Cis = ["5.2.10"], PodSecurity = "restricted: Capabilities" });

    protected override Sighting? Look(Container container, Cluster cluster)
    {
        if (container.Workload.IsWindows) return null;
        var capabilities = container.Security["capabilities"];
        if (!container.Drops("ALL")) return new("It does not drop all capabilities.", [capabilities["drop"].Evidence]);
        return container.AddedCapabilities.All(added => added == "NET_BIND_SERVICE")
            ? null
            : new("It adds capabilities back that no service needs.", [capabilities["add"].Evidence]);
    }
}
