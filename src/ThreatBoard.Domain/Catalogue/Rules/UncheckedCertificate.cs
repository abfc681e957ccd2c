using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Catalogue.Rules;

/// <summary>Encryption to whoever answers protects from listeners, not from impostors.</summary>
public sealed class UncheckedCertificate : IThreatRule<ModelGraph>
{
    public RuleCard Card { get; } = new(
        Code: "FLOW-003",
        Title: "TLS without validation of the certificate",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 2, Impact: 4),
        Why: "A caller that accepts every certificate can be led to an impostor, who then reads and changes everything.",
        Mitigations:
        [
            "Validate the certificate against a known authority, and the name in it.",
            "Hand the authority's certificate to the workload instead of switching the check off.",
        ],
        Cwe: 295,
        Attack: ["T1557"]);

    public IEnumerable<Finding> Examine(ModelGraph graph) =>
        from flow in graph.Flows
        where flow.IsEncrypted() && flow.Transport.Certificate is not CertificateCheck.Validated
        select flow.Transport.Certificate is CertificateCheck.Unknown
            ? Card.CannotTell(flow, "Nobody said whether the caller validates the certificate.", flow.Evidence)
            : Card.On(flow, "The caller does not validate the certificate.", flow.Evidence);
}
