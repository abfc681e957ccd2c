using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Masking;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Secrets;

/// <summary>Base64 is not encryption; the value lives in version control.</summary>
public sealed class SecretCommitted : ObjectRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-SEC-04",
        Title: "Secret value committed with the manifests",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 3, Impact: 4),
        Why: "Base64 is not encryption; the value lives in version control.",
        Mitigations:
        [
            "ExternalSecret / SealedSecret / SOPS",
            "Rotate the value",
        ],
        Cwe: 312,
        Attack: ["T1552.001"],
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K03"], Cis = ["5.4.2"], Microsoft = ["MS-TA9027"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from secret in cluster.All("Secret")
        where !secret["sops"].Exists && secret["type"].Text != "kubernetes.io/service-account-token"
        let values = new[] { secret["data"], secret["stringData"] }.Where(map => map.Exists).SelectMany(map => map.Entries).Where(entry => entry.Value.Masked != MaskReason.None).ToList()
        where values.Count > 0
        select (secret, new Sighting("Its values came with the manifests.", [.. values.Select(entry => entry.Value.Evidence)]));
}
