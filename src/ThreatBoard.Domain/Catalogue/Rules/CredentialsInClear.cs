using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Catalogue.Rules;

/// <summary>A password or token sent in clear belongs to whoever listens.</summary>
public sealed class CredentialsInClear : IThreatRule<ModelGraph>
{
    public RuleCard Card { get; } = new(
        Code: "FLOW-009",
        Title: "Credentials sent unencrypted",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 3, Impact: 4),
        Why: "Whoever reads one request can replay its password or token and act as the caller from then on.",
        Mitigations:
        [
            "Encrypt the flow with TLS before anybody authenticates on it.",
            "Use short-lived tokens, so that a stolen one is soon worth nothing.",
        ],
        Cwe: 523,
        Attack: ["T1040", "T1552"]);

    public IEnumerable<Finding> Examine(ModelGraph graph) =>
        from flow in graph.Flows
        where !flow.IsEncrypted() && flow.Transport.Authentication is (Authentication.Password or Authentication.Token or Authentication.OAuth)
        select flow.Transport.Encryption is Encryption.Unknown
            ? Card.CannotTell(flow, $"The caller shows a {Word(flow)}, and nobody said whether the flow is encrypted.", flow.Evidence)
            : Card.On(flow, $"The caller shows a {Word(flow)} on an unencrypted flow.", flow.Evidence);

    private static string Word(Flow flow) => flow.Transport.Authentication is Authentication.Password ? "password" : "token";
}
