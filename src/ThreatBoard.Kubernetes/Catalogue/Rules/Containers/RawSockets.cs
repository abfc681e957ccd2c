using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

/// <summary>Raw sockets allow ARP and DNS spoofing of neighbours on bridged CNIs.</summary>
public sealed class RawSockets : ContainerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-CTR-08",
        Title: "Raw sockets available",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 2, Impact: 4),
        Why: "Raw sockets allow ARP and DNS spoofing of neighbours on bridged CNIs.",
        Mitigations:
        [
            "Drop NET_RAW",
            "Use a CNI with anti-spoofing",
            "mTLS between services",
        ],
        Cwe: 923,
        Attack: ["T1557", "T1040"],
        References: new() { Owasp = ["K01", "K05"], Cis = ["5.2.8"], Microsoft = ["MS-TA9036", "MS-TA9035"], PodSecurity = "restricted: Capabilities" });

    protected override Sighting? Look(Container container, Cluster cluster)
    {
        var capabilities = container.Security["capabilities"];
        if (!container.Drops("ALL") && !container.Drops("NET_RAW")) return new("NET_RAW is not dropped.", [capabilities["drop"].Evidence]);
        return container.AddedCapabilities.Any(added => added is "NET_RAW" or "NET_ADMIN")
            ? new("It adds rights over the network.", [capabilities["add"].Evidence])
            : null;
    }
}
