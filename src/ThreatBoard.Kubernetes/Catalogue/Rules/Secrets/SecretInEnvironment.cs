using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Secrets;

/// <summary>Environment values leak through crash dumps, debug pages and child processes.</summary>
public sealed class SecretInEnvironment : ContainerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-SEC-01",
        Title: "Secret passed as environment variable",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 3, Impact: 2),
        Why: "Environment values leak through crash dumps, debug pages and child processes.",
        Mitigations:
        [
            "Mount as file; rotate",
        ],
        Cwe: 526,
        Attack: ["T1552.001"],
        References: new() { Owasp = ["K03"], Cis = ["5.4.1"], Microsoft = ["MS-TA9027"] });

    protected override Sighting? Look(Container container, Cluster cluster)
    {
        var references = container.At["env"].Items.Select(variable => variable["valueFrom"]["secretKeyRef"]["name"])
            .Concat(container.At["envFrom"].Items.Select(all => all["secretRef"]["name"]))
            .Where(reference => reference.Exists).ToList();
        return references.Count == 0 ? null : new("Secrets are handed to it as environment variables.", [.. references.Select(reference => reference.Evidence)]);
    }
}
