using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Secrets;

/// <summary>Anyone who can read the repository or the pod spec has the credential.</summary>
public sealed class PlainCredential : ContainerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-SEC-02",
        Title: "Plain-text credential in the manifest",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 4, Impact: 4),
        Why: "Anyone who can read the repository or the pod spec has the credential.",
        Mitigations:
        [
            "Move to Secret or external store, rotate now",
        ],
        Cwe: 798,
        Attack: ["T1552.001"],
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K03"], Cis = ["5.4.1"], Microsoft = ["MS-TA9027"] });

    protected override Sighting? Look(Container container, Cluster cluster)
    {
        var values = container.At["env"].Items.Select(variable => variable["value"])
            .Concat(container.At["command"].Items).Concat(container.At["args"].Items)
            .Where(PlainCredentials.IsOne).ToList();
        return values.Count == 0 ? null : new("A credential stands in the manifest in plain text.", [.. values.Select(value => value.Evidence)]);
    }
}
