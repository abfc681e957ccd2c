using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Exposure;

/// <summary>Whoever may write Services can claim an address and take the traffic that is sent to it (CVE-2020-8554).</summary>
public sealed class ExternalAddresses : ObjectRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-EXP-03",
        Title: "Service with external IPs",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 2, Impact: 4),
        Why: "Whoever may write Services can claim an address and take the traffic that is sent to it (CVE-2020-8554).",
        Mitigations:
        [
            "Refuse externalIPs at admission (DenyServiceExternalIPs)",
            "Publish the Service by a load balancer or an Ingress",
        ],
        Cwe: 284,
        Attack: ["T1557"],
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K06"], Cis = ["1.2.3"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from service in cluster.Services
        let addresses = service.Spec["externalIPs"]
        where addresses.Items.Any()
        select (service.Root, new Sighting($"It claims {string.Join(", ", addresses.Texts().Take(5))}.", [addresses.Evidence]));
}
