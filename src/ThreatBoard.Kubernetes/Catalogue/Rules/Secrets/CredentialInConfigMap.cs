using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Secrets;

/// <summary>ConfigMaps are readable by far more identities than Secrets and are never encrypted separately.</summary>
public sealed class CredentialInConfigMap : ObjectRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-SEC-03",
        Title: "Credential in a ConfigMap",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 3, Impact: 4),
        Why: "ConfigMaps are readable by far more identities than Secrets and are never encrypted separately.",
        Mitigations:
        [
            "Use a Secret or external store",
        ],
        Cwe: 312,
        Attack: ["T1552.001"],
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K03"], Microsoft = ["MS-TA9027"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from map in cluster.All("ConfigMap")
        let values = map["data"].Exists ? map["data"].Entries.Select(entry => entry.Value).Where(PlainCredentials.IsOne).ToList() : []
        where values.Count > 0
        select (map, new Sighting("A credential stands in the ConfigMap in plain text.", [.. values.Select(PlainCredentials.Seen)]));
}
